using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Sentences that stand among a story's but are not of it: cross-references, picture captions and credits, share prompts, subscription
/// and legal notices, bylines, notes about corrections. Every pattern is anchored or looks for a fixed phrase, so each takes linear time.
/// </summary>
internal sealed partial class Boilerplate(string text)
{
    // Patterns of openings are parted by language and purpose: the runtime takes 12 MB to compile what one of all of them makes.
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Later than this, a phrase is the story's own: "... where readers could sign up for a newsletter".
    private const int LongestNotice = 240;

    // A greeting that tells nothing; longer, it may lead into the story.
    private const int LongestGreeting = 160;

    // What is looked for anywhere in a sentence takes its time, so each such pattern is asked only where a part is that all its matches have.
    // The search goes by three letters first, so each part begins with three that news seldom has: "nks for " rather than "thanks for ". It tells
    // eight parts apart; of more it takes several together, and stops at much that is none of them.
    private static readonly SearchValues<string> _inPrompts = Parts("ign up ", "scribe to our", " us on", "twitter", "cebook", "tagram", "//t.co/", "nks for ");

    private static readonly SearchValues<string> _inImprints = Parts("ributed to this", "hts reserved", "may not be ", "pyright ", "ption here", "wsletter here", "click here", "yndicated");

    private static readonly SearchValues<string> _inHistories = Parts("his story ", "his article ", "his post ", "his report ", "rsion of", "edited ", "opinion", "views ");

    private static readonly SearchValues<char> _inCredits = SearchValues.Create("([:");

    private static readonly SearchValues<char> _inEnds = SearchValues.Create("»>|");

    private static readonly SearchValues<string> _inCaptions = Parts("right", "left", "center", "centre", "pictured");

    // How every other sentence of English news opens, and none of what the patterns below say of openings.
    private static readonly WordSet _openings = WordSet.Of(
        "the a an he she they it he's she's they're it's that that's his her their its i my our there here these those who how where at to of after when while as if since before "
        + "because although under despite during but so yet then however meanwhile now not no one two three some many most several each every both other others people police officials "
        + "according mr mrs ms dr");

    // The first characters of all that the patterns of openings look for, where they are ASCII and begin with a letter: whoever adds an opening adds
    // them. Three, or six where news often opens with the three.
    private static readonly WordSet _firstSix = new(
        "all ri|for a |for mo|in pic|in thi|in tod|last p|last m|last u|on thi|this b|this e|this i|this n|this w|we use|what d|you ca|you ma|you wi|your b".Split('|'));

    private static readonly WordSet _firstThree = new((
        "abo|add|adv|als|art|ass|auc|aut|bac|bil|bom|bue|buo|by |che|chi|cla|cli|com|con|cop|cor|cre|dea|dis|do |don|dow|e-m|edi|ema|exp|fil|fin|fir|fol|fot|fro|fur|get|go |goo|got|gra|gre|gut|hap|hav|hea|hel|"
        + "hi |hi!|hi,|hi.|ill|ima|ins|joi|lat|lea|lee|leg|lei|les|let|lie|lik|lir|lis|liv|loa|log|meh|mod|mor|mus|not|par|pho|pic|ple|por|pos|pri|pro|pub|rea|rec|reg|rel|rep|reu|scr|see|sen|sha|sig|sim|ski|som|"
        + "sou|spo|sto|sub|sug|sus|tag|tak|tei|tel|ter|tha|the|tin|tod|top|tre|twe|unt|upd|vea|vej|ver|vid|vie|vis|voi|von|wat|wel|wit|wri|xem").Split('|'));

    private readonly PhraseSearch _prompts = new(text, _inPrompts);
    private readonly PhraseSearch _imprints = new(text, _inImprints);
    private readonly PhraseSearch _histories = new(text, _inHistories);
    private readonly PhraseSearch _captions = new(text, _inCaptions);

    /// <summary>Whether a whole text is one such sentence.</summary>
    public static bool Is(string sentence) => new Boilerplate(sentence).Is(new TextSpan(0, sentence.Length));

    /// <summary>Whether a sentence of the text is one.</summary>
    /// <param name="place">Where it stands: not before those asked for already.</param>
    public bool Is(TextSpan place)
    {
        var sentence = place.In(text);
        return (MayOpen(sentence) && Opens(sentence))
            || (sentence.Length <= LongestNotice
                && ((_prompts.MayBeIn(place) && Prompt().IsMatch(sentence))
                    || (_imprints.MayBeIn(place) && Imprint().IsMatch(sentence))
                    || (_histories.MayBeIn(place) && History().IsMatch(sentence))
                    || (sentence.ContainsAny(_inCredits) && Credit().IsMatch(sentence))
                    || (sentence.ContainsAny(_inEnds) && Ends().IsMatch(sentence))
                    || (_captions.MayBeIn(place) && !OpensAsUsual(sentence) && Caption().IsMatch(sentence))));
    }

    /// <summary>Whether it introduces the story rather than tells it: "Editor's note: …", "Correction: …".</summary>
    public static bool IsNote(ReadOnlySpan<char> sentence) => MayOpen(sentence) && Note().IsMatch(sentence);

    private static SearchValues<string> Parts(params string[] parts) => SearchValues.Create(parts, StringComparison.OrdinalIgnoreCase);

    private static bool Opens(ReadOnlySpan<char> sentence) =>
        LinkLabel().IsMatch(sentence)
        || CrossReference().IsMatch(sentence)
        || CrossReferenceElsewhere().IsMatch(sentence)
        || (sentence.Length <= LongestGreeting && (Greeting().IsMatch(sentence) || GreetingElsewhere().IsMatch(sentence)))
        || (sentence.Length <= LongestNotice && (Request().IsMatch(sentence) || Offer().IsMatch(sentence) || Notice().IsMatch(sentence) || NoticeElsewhere().IsMatch(sentence)
            || Picture().IsMatch(sentence) || Byline().IsMatch(sentence)));

    // What is said opens as anything else does, behind its mark: no pattern has one before its first letter.
    private static bool MayOpen(ReadOnlySpan<char> sentence)
    {
        var opening = sentence.TrimStart("\"'“‘");
        return (opening is not [_, _, _, _, _, _, ..] || !char.IsAsciiLetter(opening[0]) || !Ascii.IsValid(opening[..6]) || _firstThree.Contains(opening[..3]) || _firstSix.Contains(opening[..6]))
            && !OpensAsUsual(opening);
    }

    private static bool OpensAsUsual(ReadOnlySpan<char> sentence) => sentence.IndexOf(' ') is > 0 and var space && _openings.Contains(sentence[..space]);

    [GeneratedRegex(
        @"^\W*(?:(?:also|must|further|related|recommended|suggested|similar|latest|trending|top|more|see|read|watch"
        + @"|don['’]t miss|in pictures|in pics|explained|live updates)\s?(?:also|reads?|see|watch|more|stories|story"
        + @"|articles?|news|coverage|here|this|video|now|on this)?\s*[|:»›>])",
        Loose)]
    private static partial Regex LinkLabel();

    [GeneratedRegex(
        @"^\W*(?:(?:also|must|further) (?:read|see|watch)\b|read (?:more|also|full|the full|our|the rest)\b|(?:see|watch|hear"
        + @"|view|go inside|learn|find out|check out|take a look|explore)\b.{0,160}»)",
        Loose)]
    private static partial Regex CrossReference();

    [GeneratedRegex(
        @"^\W*(?:(?:lire|à lire|voir|lisez|regardez|écoutez) (?:aussi|également)|(?:leer|lea|vea|ver|lee) también"
        + @"|lesen sie (?:auch|mehr|hier)|(?:auch|mehr) (?:dazu|zum thema)\b|leia (?:também|mais)|veja também|leggi anche"
        + @"|lees ook"
        + @"|читайте также|смотрите также|читайте ще|xem thêm|đọc thêm|tin liên quan|>>|baca juga|simak juga|延伸阅读|相关阅读|相关新闻"
        + @"|関連記事|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|soma pia|soma zaidi)",
        Loose)]
    private static partial Regex CrossReferenceElsewhere();

    // How newsletters say hello and goodbye, and announce what they hold.
    [GeneratedRegex(
        @"^\W*(?:good (?:morning|afternoon|evening)\b|(?:hello|hi|greetings)(?:[,!.]|(?: again)? (?:all|everyone|there|from|readers?|friends?)\b)"
        + @"|welcome (?:back )?to\b|happy (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|dear (?:readers?|friends?|subscribers?|all)\b"
        + @"|thank(?:s| you) for reading\b|until (?:next (?:time|week)|tomorrow)\W*$|see you (?:next (?:time|week)|tomorrow)\b)",
        Loose)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"^\W*(?:guten (?:morgen|tag|abend)\b|liebe leser|chers? lecteurs?\b|buenos días\b|bom dia\b|buongiorno\b"
        + @"|(?:(?:in )?(?:this|today['’]s) (?:week|issue|edition|newsletter)|coming up|also (?:today|this week))\s*:)",
        Loose)]
    private static partial Regex GreetingElsewhere();

    [GeneratedRegex(
        @"^\W*(?:please note\b|please (?:click|visit|check|send|share)\b|please (?:enable|wait|turn on|subscribe|sign)|you (?:can|will|may) (?:find|read|watch|download|sign)\b"
        + @"|click (?:here|on|through|the)|e-?mail (?:to a friend|this|us)|share (?:this|on|your|via)\b|follow (?:us|@"
        + @"|our)|like us|tweet (?:this|us)|for a chance to (?:win|be)\b|join (?:our|the conversation|us on)|sign up|log in|subscribe|print this|send (?:us|your)\b"
        + @"|have your say|what do you think|tell us\b|let us know|skip to|back to top|continue reading|scroll down)",
        Loose)]
    private static partial Regex Request();

    [GeneratedRegex(
        @"^\W*(?:get (?:our|the latest|breaking|more)\b.{0,40}(?:news|inbox|app|stories)|download (?:our|the)\b.{0,20}\bapp\b"
        + @"|do you have (?:a|any)\b.{0,40}(?:story|tip|information)|got a (?:story|tip)"
        + @"|for more (?:news|stories|information|details),? (?:visit|see|on|follow|click|go)\b|visit (?:our|the)\b.{0,60}(?:page|website|site) for)",
        Loose)]
    private static partial Regex Offer();

    [GeneratedRegex(
        @"^\W*(?:on this page\b|advertisement\b|sponsored\b|promoted\b|comments?\W*$|copyright\b|©|\(c\)"
        + @"|all rights reserved|reporting by\b|editing by\b|additional reporting|compiled by\b|with (?:agency "
        + @"|agencies )?inputs? from|\(?with inputs|source:|sources:|tags?:|topics?:|filed under"
        + @"|(?:last |first )?(?:updated|published|posted|modified)(?: on| at)?\s*[:|\d]"
        + @"|loading\b|(?:your|this) browser|we use cookies|by continuing"
        + @"|terms (?:of|and)|privacy policy|story continues|article continues"
        + @"|editor['’]s? (?:note|picks?)|author['’]s? note|programming note)",
        Loose)]
    private static partial Regex Notice();

    [GeneratedRegex(
        @"^\W*(?:abonnez-vous|inscrivez-vous|partager (?:sur|cet)|suscríbete|síguenos|comparte|abonnieren|teilen sie|assine"
        + @"|siga-nos|theo dõi chúng tôi|chia sẻ bài)",
        Loose)]
    private static partial Regex NoticeElsewhere();

    [GeneratedRegex(
        @"\b(?:sign up (?:for|to) (?:our|the|receive)|subscribe to our|follow us on|like us on facebook|join us on|(?:follow"
        + @"|find) (?:me|him|her|us|[A-Z]\w+) on (?:twitter|facebook|instagram)"
        + @"|thanks for (?:reading|joining us|following)|pic\.twitter\.com/|https?://t\.co/)",
        Loose)]
    private static partial Regex Prompt();

    [GeneratedRegex(
        @"\b(?:contributed to this (?:report|story|article)|all rights reserved|may not be (?:published|reproduced|copied)"
        + @"|copyright \d{4}|newsletter here|click here|write caption here|published from a syndicated|generated from a syndicated)",
        Loose)]
    private static partial Regex Imprint();

    [GeneratedRegex(
        @"\b(?:this (?:story|article|post|report) (?:has been|was) (?:first |originally |previously )?(?:updated|corrected"
        + @"|amended|published|posted|edited|syndicated|auto-generated)|an earlier version of|a previous version of"
        + @"|(?:edited|opinions?|views) (?:expressed )?(?:by|in this) (?:\w+ )?(?:commentary|article|column|piece)"
        + @"|has not been edited by)",
        Loose)]
    private static partial Regex History();

    [GeneratedRegex(
        @"^\W*(?:(?:file |representative |representational |screen ?grab|representative )?(?:photos?|images?|pictures?"
        + @"|video|graphic|illustration|credits?|photographs?)(?: (?:credits?|source|courtesy|by|via|copyright"
        + @"|caption))?\s*[:|/©]|file (?:photo|image|picture)|getty images|reuters/|image (?:source|copyright|caption)"
        + @"|photo (?:by|courtesy)|foto:|fotos?:|bild:|ảnh:|ảnh minh họa|hình:|clip:|фото:|图片|写真|صورة)",
        Loose)]
    private static partial Regex Picture();

    // Who is where in a picture: "Ines Calloway, right, opens …".
    [GeneratedRegex(@"^\W*\p{L}[^,.]{1,60}, (?:(?:far |second from |third from )?(?:right|left)|cent(?:er|re)|pictured)(?: \w+){0,3},", Loose)]
    private static partial Regex Caption();

    // At the end: "… (Photo: A. Name)", "… – Photo: A. Name".
    [GeneratedRegex(
        @"[(\[](?:\w+ ){0,4}(?:photo|photos|image|images|picture|file|pic|getty|reuters|afp|ap|screengrab|screenshot"
        + @"|twitter|instagram|facebook|ảnh|foto|фото)(?:[ :/][^)\]]{0,60})?[)\]]\W*$"
        + @"|[-–—(]\s?(?:ảnh|foto|photo|photo credit|image)\s?:[^.]{0,60}\W*$",
        Loose)]
    private static partial Regex Credit();

    // A name or two after "By", and nothing that a sentence would need.
    [GeneratedRegex(
        @"^\W*(?:(?i:by|from|written by|story by|reported by|par|von|por))"
        + @"(?> \p{Lu}[\p{L}.'’-]*,?(?: (?:and|AND|&|et|und|y|for|in|of)(?= ))?){1,8}\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    // CNN's old links: "Watch the crowd gather »", also glued together by a scraper; or a line of dates, "12:00 EST, 27 December 2012 . |".
    [GeneratedRegex(@"(?:»|>>|\|)\W*$", Loose)]
    private static partial Regex Ends();

    [GeneratedRegex(
        @"^\W*(?:editor['’]?s?['’]? note|editors['’] note|note to (?:readers|editors)|author['’]s note|correction"
        + @"|corrections|clarification|update|updated|disclaimer|disclosure|programming note|note)\s*(?:\([^)]{0,40}\))?\s*[:—–|-]", Loose)]
    private static partial Regex Note();
}
