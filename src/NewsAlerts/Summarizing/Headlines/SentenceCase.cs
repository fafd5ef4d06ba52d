using System.Globalization;
using System.Text;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>Brings what is written in capitals into the case that its article writes: names and acronyms as there, the rest small.</summary>
internal static class SentenceCase
{
    public static string Of(string shouted, string text)
    {
        var written = Written(shouted, text);
        var result = new StringBuilder(shouted);
        var words = new Words(shouted);
        while (words.MoveNext())
        {
            var word = words.Current.ToString();
            var form = written.GetValueOrDefault(word) ?? word.ToLower(CultureInfo.InvariantCulture);
            result.Remove(words.Span.Start, words.Span.Length).Insert(words.Span.Start, form);
        }

        var first = 0;
        while (first < result.Length && !char.IsLetterOrDigit(result[first]))
        {
            first++;
        }

        if (first < result.Length)
        {
            result[first] = char.ToUpper(result[first], CultureInfo.InvariantCulture);
        }

        return result.ToString();
    }

    /// <summary>How the text writes each of the words, where it is not the first of a sentence.</summary>
    private static Dictionary<string, string> Written(string shouted, string text)
    {
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in new Words(shouted))
        {
            wanted.Add(word.ToString());
        }

        var lookup = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var reader = new Words(text);
        while (reader.MoveNext())
        {
            var before = text.AsSpan(0, reader.Span.Start).TrimEnd(" \"“‘'");
            var opens = before.Length == 0 || before[^1] is '.' or '!' or '?' or '\n' or ':';
            if (!opens && lookup.Contains(reader.Current))
            {
                found.TryAdd(reader.Current.ToString(), reader.Current.ToString());
            }
        }

        return found;
    }
}
