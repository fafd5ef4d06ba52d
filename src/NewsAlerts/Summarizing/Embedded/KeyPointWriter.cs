using NewsAlerts.Summarizing.Embedded.Compressing;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Writes sentences of one article as key points, each at most once, and says which rule they break.</summary>
internal sealed class KeyPointWriter(IReadOnlyList<StorySentence> story, string language)
{
    private readonly WrittenPoint?[] _written = new WrittenPoint?[story.Count];

    /// <summary>The key point that a sentence of the story makes.</summary>
    public WrittenPoint this[int sentence] => _written[sentence] ??= Write(story[sentence]);

    private WrittenPoint Write(StorySentence sentence)
    {
        var text = SentenceCompressor.Compress(sentence.Text, language, KeyPointRules.MostWords);
        if (KeyPointRules.LengthOf(text) > KeyPointRules.MostWords)
        {
            text = ClauseSplitter.Split(text, language, KeyPointRules.MostWords) ?? ClauseSplitter.Split(sentence.Text, language, KeyPointRules.MostWords) ?? text;
        }

        var fault = KeyPointRules.FaultOf(text, language);

        // What was left out may have been what the rest leans on.
        return fault is KeyPointFault.Leans && text.Length < sentence.Text.Length && KeyPointRules.FaultOf(sentence.Text, language) is KeyPointFault.None
            ? new WrittenPoint(sentence.Text, KeyPointFault.None, sentence.WordCount, sentence.Names)
            : new WrittenPoint(text, fault, text.Length < sentence.Text.Length ? Words.CountIn(text) : sentence.WordCount, text.Length < sentence.Text.Length ? Words.ShareOfNamesIn(text) : sentence.Names);
    }
}

/// <summary>A sentence as a key point.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Fault">The heaviest rule that it breaks.</param>
/// <param name="WordCount">Words of <paramref name="Text"/>.</param>
/// <param name="Names">The share of its words that have a capital which their place does not give them, 0 to 1.</param>
internal sealed record WrittenPoint(string Text, KeyPointFault Fault, int WordCount, float Names);
