using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// What a site says about itself, its rules and its money, and what opens or closes a release, a warning, a programme or an interview: none of
/// it is news. Every pattern is anchored at the opening or looks for a fixed phrase.
/// </summary>
internal static partial class SiteNotices
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Longest = 240;

    // Later in a line than this, it announces something by name.
    private const int LongestAnnouncement = 60;

    // How all that the patterns look for opens: whoever adds an opening adds its first word.
    private static readonly WordSet _openings = WordSet.Of(
        "by we we've we’ve you you're you’re your privacy cookie cookies please donate support register sign log subscribe this already transcripts listen new for embargoed press news "
        + "media play forward-looking what here's here’s issued valid from mit wir dieses dieser en ce cet nous al este esta utilizamos");

    private static readonly SearchValues<string> _inPhrases = SearchValues.Create(
        ["ever you get your podcasts", "odcast is available on", "ever you listen", "ssues in this", "ssues raised in this", "nks to our supporters", "nks to our readers", "dited for length", "dited for clarity", "sletter brings you"],
        StringComparison.OrdinalIgnoreCase);

    public static bool Are(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length > Longest)
        {
            return false;
        }

        var bare = sentence.TrimStart(" \t*-–—•[(\"“");
        var end = bare.IndexOfAny(' ', ':', ',');
        return (_openings.Contains(end < 0 ? bare : bare[..end])
                && (Consent().IsMatch(bare) || Paying().IsMatch(bare) || Release().IsMatch(bare) || Elsewhere().IsMatch(bare) || (bare.Length <= LongestAnnouncement && Announcement().IsMatch(bare))))
            || sentence.ContainsAny(_inPhrases);
    }

    [GeneratedRegex(
        @"^(?:by (?:clicking|continuing|using|signing up|proceeding)\b.{0,120}\b(?:agree|accept|consent)|we value your privacy|we and our (?:\d+ )?(?:partners|affiliates)\b"
        + @"|we(?:['’]ve| have) (?:recently )?updated (?:our|the) (?:terms|privacy)|you (?:may|can) (?:click|change|withdraw|manage)\b.{0,80}\b(?:consent|choices|cookies)"
        + @"|your privacy\b|(?:privacy|cookies?) (?:notice|policy|settings|statement)\b)",
        Loose)]
    private static partial Regex Consent();

    [GeneratedRegex(
        @"^(?:(?:please )?(?:donate\b(?: (?:today|now|here|to (?:us|our))|\s*[£$€]?\d)|support (?:our|independent|quality|local) (?:journalism|work|reporting|newsroom))"
        + @"|(?:register|sign in|log in|subscribe)\b.{0,20}\b(?:read|continue|access|unlock)\b|this (?:story|article|content) is (?:free to|only available|for subscribers|exclusive)"
        + @"|you have (?:\d+|one|two|three|no) (?:more )?(?:free )?(?:articles?|stories)\b|already an? (?:member|subscriber)|new episodes (?:come|are|every)|play (?:our|today['’]s) |listen:)",
        Loose)]
    private static partial Regex Paying();

    [GeneratedRegex(
        @"^(?:for immediate release|embargoed (?:until|for)\b|(?:press|news|media) release\W*$|media contacts?\b|forward-looking statements|this press release contains"
        + @"|(?:issued|valid)\s?(?::|from \d|until \d|at \d)|transcripts? (?:are|is) (?:created|generated|provided)|this (?:interview|conversation|transcript|q&a) (?:has been|was|is) (?:lightly )?(?:edited|condensed|shortened))",
        Loose)]
    private static partial Regex Release();

    // "Here's why it matters.", "What you need to know": what follows says it.
    [GeneratedRegex(@"^(?:what (?:you need to know|to know|to expect|we know(?: so far)?|happens next)\W*$|here['’]s (?:why|what|how)\b|from [^.!?]{3,40}, this is\b|you(?:['’]re| are) listening to\b)", Loose)]
    private static partial Regex Announcement();

    [GeneratedRegex(
        @"^(?:mit (?:dem |einem |ihrem )?klick auf\b|wir (?:verwenden|nutzen) cookies|diese[rs] (?:interview|gespräch|text|artikel) (?:wurde|ist) (?:gekürzt|redigiert|kostenlos|nur für)"
        + @"|en (?:cliquant|poursuivant)\b|nous utilisons des cookies|ce site utilise des cookies|cet? (?:entretien|article) (?:a été (?:édité|relu)|est réservé)"
        + @"|al (?:hacer clic|continuar navegando)\b|utilizamos cookies|est[ae] (?:entrevista|sitio) (?:ha sido editad|utiliza cookies))",
        Loose)]
    private static partial Regex Elsewhere();
}
