using Microsoft.Extensions.Options;
using OpenAI.Chat;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>The client, made when it is first needed: without a model there is nothing to make it from.</summary>
internal sealed class ModelChat(IHttpClientFactory clients, IOptions<OpenAIOptions> options)
{
    /// <summary>The name of its HTTP client.</summary>
    public const string Http = "openai";

    private readonly Lazy<ChatClient> _client = new(() => ChatClients.Create(options.Value, clients.CreateClient(Http)));

    public ChatClient Client => _client.Value;
}
