using System.Text.RegularExpressions;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>What a claim quotes, and who is said to have said it.</summary>
internal static partial class Quotations
{
    /// <summary>The words between each pair of quotation marks.</summary>
    public static IEnumerable<(string Words, int Start, int End)> In(string text) =>
        Quotation().Matches(text).Select(match => (match.Groups["said"].Value, match.Index, match.Index + match.Length));

    /// <summary>Where the source has these words one after the other as in the quotation: indices of the first.</summary>
    public static List<int> Find(Source source, Token[] quoted)
    {
        var found = new List<int>();
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
                found.Add(i);
            }
        }

        return found;
    }

    // Straight, curly, angled, German, Swedish, corner brackets, single ones around what is no apostrophe, and the ``...'' that typewriters and corpora have.
    [GeneratedRegex(@"""(?<said>[^""]+)""|“(?<said>[^”]+)”|„(?<said>[^“”]+)[“”]|»(?<said>[^«]+)«|«(?<said>[^»]+)»|「(?<said>[^」]+)」|『(?<said>[^』]+)』|‘(?<said>[^‘’]+(?:’\p{L}[^‘’]*)*)’(?!\p{L})|(?<![\p{L}\p{Nd}'])'(?<said>[^'`]+(?:'\p{L}[^'`]*)*)'(?![\p{L}'])|``\s*(?<said>.+?)\s*(?:''|``|"")")]
    private static partial Regex Quotation();
}
