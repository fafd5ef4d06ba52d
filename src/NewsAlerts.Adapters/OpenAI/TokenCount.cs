using Microsoft.ML.Tokenizers;
using OpenAI.Chat;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>
/// Tokens of the vocabulary o200k_base, which OpenAI's models have had since GPT-4o. Other models count otherwise: the limits have room
/// for a tenth more, and what a request did take is known when it is answered.
/// </summary>
internal static class TokenCount
{
    /// <summary>What the form around a message takes, and the schema: measured generously.</summary>
    private const int PerMessage = 8;
    private const int PerRequest = 200;

    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public static int Of(string text) => (int)Math.Ceiling(Tokenizer.Value.CountTokens(text) * 1.1);

    public static int Of(IEnumerable<ChatMessage> messages) =>
        PerRequest + messages.Sum(message => PerMessage + message.Content.Sum(part => Of(part.Text)));
}
