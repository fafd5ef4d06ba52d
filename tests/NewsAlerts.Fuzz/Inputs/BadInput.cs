using System.Text;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>An original that somebody might drop by mistake or in malice. Made when it is asked for: none of them is stored.</summary>
/// <param name="What">What is wrong with it: a sentence's beginning, "A feed of 100,000 entries".</param>
/// <param name="File">Its name in the inbox.</param>
/// <param name="Content">Makes its bytes, always the same.</param>
/// <param name="Reason">What it is rejected for, with the default limits; null where it is an article all the same.</param>
internal sealed record BadInput(string What, string File, Func<byte[]> Content, RejectionReason? Reason = null)
{
    /// <summary>An article's worth of ordinary prose, for what is odd about an article to stand beside.</summary>
    public const string Prose =
        "The ferry between Harbour and Lindholm will run again from March, the harbour board said on Tuesday. The crossing takes 25 minutes. About 300 people on the island commute to town.";

    /// <summary>The whole corpus.</summary>
    public static IReadOnlyList<BadInput> All { get; } =
        [.. SizeInputs.All, .. EncodingInputs.All, .. NestedInputs.All, .. MailInputs.All, .. HeavyInputs.All, .. TextInputs.All, .. CitationInputs.All, .. NameInputs.All];

    public static BadInput OfText(string what, string file, Func<string> text, RejectionReason? reason = null) => new(what, file, () => Encoding.UTF8.GetBytes(text()), reason);

    /// <summary>A text over and over.</summary>
    public static string Repeat(string text, int times) => string.Create(text.Length * times, text, static (whole, part) =>
    {
        for (var at = 0; at < whole.Length; at += part.Length)
        {
            part.CopyTo(whole[at..]);
        }
    });

    public override string ToString() => What;
}
