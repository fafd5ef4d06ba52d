using System.Text.RegularExpressions;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>What a claim quotes, and who is said to have said it.</summary>
internal static partial class Quotations
{
    /// <summary>The words between each pair of quotation marks.</summary>
    public static IEnumerable<(string Words, int Start, int End)> In(string text) =>
        Quotation().Matches(text).Select(match => (match.Groups["said"].Value, match.Index, match.Index + match.Length));

    /// <summary>The index in the source of the first of these words, one after the other as in the quotation; -1 where it does not have them.</summary>
    public static int Find(Source source, ReadOnlySpan<Token> quoted)
    {
        var tokens = source.Tokens;
        for (var i = 0; i + quoted.Length <= tokens.Length; i++)
        {
            var length = 0;
            while (length < quoted.Length && tokens[i + length].Word == quoted[length].Word)
            {
                length++;
            }

            if (length == quoted.Length)
            {
                return i;
            }
        }

        return -1;
    }

    // Straight, curly, angled, German, Swedish, corner brackets, and the ``...'' that typewriters and corpora have.
    [GeneratedRegex(@"""(?<said>[^""]+)""|“(?<said>[^”]+)”|„(?<said>[^“”]+)[“”]|»(?<said>[^«]+)«|«(?<said>[^»]+)»|「(?<said>[^」]+)」|『(?<said>[^』]+)』|``\s*(?<said>.+?)\s*(?:''|``|"")")]
    private static partial Regex Quotation();
}
