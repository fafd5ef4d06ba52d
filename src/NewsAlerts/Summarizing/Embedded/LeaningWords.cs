using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>How sentences of a language open that lean on the one before.</summary>
/// <param name="references">What stands for somebody or something named before.</param>
/// <param name="connectives">What goes on with what was said before.</param>
/// <param name="exceptions">Two words that open a sentence of their own although the first is one of those, parted by bars.</param>
/// <param name="phrases">Words that lean together, parted by bars: "selon lui".</param>
internal sealed class LeaningWords(string references, string connectives, string exceptions, string phrases = "")
{
    /// <summary>What English needs more than lists for is in <see cref="EnglishReferences"/>.</summary>
    public static readonly LeaningWords English = new(
        "he she it they him her his hers its them their theirs he's she's it's they're he'd she'd they'd they've he'll she'll it'll they'll "
            + "this that these those that's such both neither then there here another others other "
            + "he’s she’s it’s they’re that’s",
        "but and yet so however meanwhile moreover furthermore nevertheless nonetheless therefore thus besides additionally also or nor instead otherwise hence "
            + "likewise similarly too",
        "these days|this week|this month|this year|this morning|this summer|this winter|this spring|this autumn|this fall|this season|this weekend|this year's|this week's|this month's|"
            + "those who|those in|those with|those from|those living|those killed|those injured|those found|there is|there are|there was|there were|there will|there has|there have|there had|"
            + "there may|there could|there can|there should|there must|there would|there might|there's|so far|other than|such as");

    private readonly WordSet _leaning = WordSet.Of($"{references} {connectives}");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _exceptions =
        exceptions.Split('|', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string[] _phrases = phrases.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="text">A key point.</param>
    /// <param name="namesFollow">Whether such a word is a title where a name follows it: "Ông Trần".</param>
    public bool Opens(ReadOnlySpan<char> text, bool namesFollow)
    {
        var words = new Words(text);
        if (!words.MoveNext())
        {
            return false;
        }

        if (!_leaning.Contains(words.Current))
        {
            return OpensWithPhrase(text[words.Span.Start..]);
        }

        var first = words.Span;
        if (!words.MoveNext())
        {
            return true;
        }

        var both = text[first.Start..words.Span.End];
        return !_exceptions.Contains(both) && !_exceptions.Contains(text[first.Start..first.End]) && !(namesFollow && char.IsUpper(words.Current[0]));
    }

    private bool OpensWithPhrase(ReadOnlySpan<char> text)
    {
        foreach (var phrase in _phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (text.Length == phrase.Length || !char.IsLetter(text[phrase.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
