using static NewsAlerts.Fuzz.Inputs.BadInput;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>Names of originals. A blob's name has 1 to 1,024 characters; which of these a storage account takes is its own matter.</summary>
internal static class NameInputs
{
    public static IReadOnlyList<BadInput> All { get; } =
    [
        Named("A name with slashes", "2026/03/02/ferry.txt"),
        Named("A name with two slashes in a row", "a//b///ferry.txt"),
        Named("A name with dots", "..ferry...txt"),
        Named("A name that climbs", "a/..b/...ferry/.. .txt"),
        Named("A name with percent signs", "100%25%2F..%2Fferry%.txt"),
        Named("A name with every sign", "a b+c&d=e?f#g'h\"i<j>k|l*m:n;o,p@q!r$s~t`u^v{w}x[y].txt"),
        Named("A name in other scripts", "渡轮-паром-عبّارة-😀.txt"),
        Named("A name with a line break in its percent code", "a%0d%0ab.txt"),
        Named("A name like a header", "Bcc: x@y.example.txt"),
        Named("A name like a flag", "--version.txt"),
        Named("A name of 1,024 characters", new string('n', 1_020) + ".txt"),
        Named("A name without anything before the dot", ".txt"),
    ];

    private static BadInput Named(string what, string file) => OfText(what, file, () => $"Title: {what}\nSource: Harbour Gazette\n\n{Prose} It came as {what.ToUpperInvariant()}.");
}
