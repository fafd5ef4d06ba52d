using System.Collections.Frozen;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Quotations in other languages than English whose speaker only a sentence before names: « …, a-t-il déclaré », „…“, sagte sie.</summary>
internal static class UnnamedSpeakers
{
    // Behind "said he", a pronoun; behind a bare "said", what is no subject.
    private static readonly FrozenDictionary<string, WordSet> _noSubjects = new Dictionary<string, string>
    {
        ["de"] = "er sie",
        ["nl"] = "hij zij ze",
        ["sv"] = "han hon",
        ["es"] = "él ella en a al ante durante tras ayer hoy con por sobre y este esta",
        ["pt"] = "ele ela em a ao no na durante após ontem hoje com por sobre e",
        ["it"] = "lui lei in a al durante dopo ieri oggi con per su e",
    }.ToFrozenDictionary(pair => pair.Key, pair => WordSet.Of(pair.Value), StringComparer.Ordinal);

    private static readonly string[] _frenchEndings = ["-il", "-elle", "-ils", "-elles", "-on"];

    public static bool AreIn(ReadOnlySpan<char> text, string language)
    {
        if (text is not ['"' or '“' or '«' or '„' or '「' or '『' or '»', ..])
        {
            return false;
        }

        var rest = text[BehindQuotation(text)..];
        return language switch
        {
            "zh" => rest.TrimStart("，,") is ['他' or '她', ..],
            // Who said so would stand before は or が.
            "ja" => rest is ['と', ..] && rest.IndexOfAny('は', 'が', '氏') < 0,
            "fr" => OpensInFrench(rest),
            _ => _noSubjects.TryGetValue(language, out var noSubjects) && Says(rest, language, noSubjects),
        };
    }

    private static int BehindQuotation(ReadOnlySpan<char> text)
    {
        var quoted = true;
        for (var i = 1; i < text.Length; i++)
        {
            quoted = text[0] is '»' ? text[i] is not '«' : QuotationMarks.Toggle(text[i], quoted);
            if (!quoted)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static bool OpensInFrench(ReadOnlySpan<char> rest)
    {
        var words = new Words(rest);
        if (!words.MoveNext())
        {
            return false;
        }

        foreach (var ending in _frenchEndings)
        {
            if (words.Current.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(ReadOnlySpan<char> rest, string language, WordSet noSubjects)
    {
        var words = new Words(rest);
        // "ha detto"
        if (!words.MoveNext() || (words.Current is "ha" or "hat" && !words.MoveNext()) || (Lexicon.For(language).TraitsOf(words.Current) & Traits.Speech) == 0)
        {
            return false;
        }

        return words.MoveNext() ? noSubjects.Contains(words.Current) : language is "es" or "pt" or "it";
    }
}
