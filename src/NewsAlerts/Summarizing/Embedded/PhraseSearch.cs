using System.Buffers;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Which sentences of a text hold one of some phrases. They are asked for in order, and the text is searched once, however many there are: most
/// texts hold none, and a search takes longer to begin than to go through a sentence.
/// </summary>
internal sealed class PhraseSearch(string text, SearchValues<string> phrases)
{
    private int _next = -1;

    /// <summary>Whether a phrase begins in a sentence; it may end behind it.</summary>
    /// <param name="sentence">A sentence that does not start before those asked for already.</param>
    public bool MayBeIn(TextSpan sentence)
    {
        if (_next < sentence.Start)
        {
            var ahead = text.AsSpan(sentence.Start).IndexOfAny(phrases);
            _next = ahead < 0 ? int.MaxValue : sentence.Start + ahead;
        }

        return _next < sentence.End;
    }
}
