using NewsAlerts.Ingesting;
using static NewsAlerts.Fuzz.Inputs.BadInput;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>Too little, and too much.</summary>
internal static class SizeInputs
{
    private const int Million = 1_000_000;

    public static IReadOnlyList<BadInput> All { get; } =
    [
        OfText("Nothing", "empty.txt", () => "", RejectionReason.Empty),
        OfText("One byte", "byte.txt", () => "A", RejectionReason.NoText),
        OfText("One brace", "brace.json", () => "{", RejectionReason.Malformed),
        OfText("One angle bracket", "angle.html", () => "<", RejectionReason.NoText),
        OfText("100 MB", "huge.txt", () => Repeat($"{Prose}\n", 100 * Million / (Prose.Length + 1)), RejectionReason.TooLarge),
        OfText("50 MB of one line", "line.txt", () => Repeat("word ", 10 * Million), RejectionReason.TooLarge),
        OfText("5 MB of one line", "short-line.txt", () => Repeat("word ", Million), RejectionReason.TooLong),
        OfText("5 MB without a space", "word.txt", () => new string('a', 5 * Million), RejectionReason.TooLong),
        OfText("5 MB of line breaks, and a sentence", "breaks.txt", () => new string('\n', 5 * Million) + Prose),
        OfText("A feed of 100,000 entries", "many.rss", () => $"<rss><channel>{Repeat("<item><description>x</description></item>", 100_000)}</channel></rss>", RejectionReason.TooLong),
        OfText("JSON Lines of 200,000 lines", "many.jsonl", () => Repeat("{\"text\":\"x\"}\n", 200_000), RejectionReason.TooLong),
        OfText("An array of a million numbers", "numbers.json", () => $"[{{}}{Repeat(",1", Million)}]", RejectionReason.TooLong),
        OfText("A feed of which an entry has no text", "bare.rss", () =>
            $"<rss><channel><item><title>Ferry</title><description>{Prose}</description></item><item><title>Bare</title></item></channel></rss>"),
        OfText("A feed of one entry without text", "only-bare.rss", () => "<rss><channel><item><title>Bare</title></item></channel></rss>", RejectionReason.NoText),
        OfText("One sentence of 200,000 characters", "sentence.txt", () => Repeat("and so it went on ", 11_111)),
        OfText("One sentence of 200,000 characters, each word another", "words.txt", () => string.Join(' ', Enumerable.Range(10_000_000, 22_000))),
        OfText("One word of 200,000 characters", "letters.txt", () => "This is a very long one: " + new string('a', 199_000)),
        OfText("100,000 sentences of one word, of three characters", "go.txt", () => Repeat("Go. ", 100_000), RejectionReason.TooLong),
        OfText("100,000 sentences of one word, of one character", "hao.txt", () => Repeat("好。", 100_000)),
        OfText("50,000 sentences of one word", "stop.txt", () => Repeat("Go. ", 50_000)),
        OfText("19,000 sentences of another word each", "others.txt", () => string.Concat(Enumerable.Range(0, 19_000).Select(i => $"Word{i}. "))),
    ];
}
