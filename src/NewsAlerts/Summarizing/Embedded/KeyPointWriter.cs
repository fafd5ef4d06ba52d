using NewsAlerts.Summarizing.Embedded.Compressing;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Writes sentences of one article as key points, each at most once, and says which rule they break.</summary>
internal sealed class KeyPointWriter(IReadOnlyList<StorySentence> story, string language)
{
    private readonly WrittenPoint?[] _written = new WrittenPoint?[story.Count];

    /// <summary>The key point that a sentence of the story makes.</summary>
    public WrittenPoint this[int sentence] => _written[sentence] ??= Write(story[sentence].Text);

    private WrittenPoint Write(string sentence)
    {
        var text = SentenceCompressor.Compress(sentence, language, KeyPointRules.MostWords);
        var fault = KeyPointRules.FaultOf(text, language);

        // What was left out may have been what the rest leans on.
        return fault is KeyPointFault.Leans && text.Length < sentence.Length && KeyPointRules.FaultOf(sentence, language) is KeyPointFault.None
            ? new WrittenPoint(sentence, KeyPointFault.None)
            : new WrittenPoint(text, fault);
    }
}

/// <summary>A sentence as a key point.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Fault">The heaviest rule that it breaks.</param>
internal sealed record WrittenPoint(string Text, KeyPointFault Fault);
