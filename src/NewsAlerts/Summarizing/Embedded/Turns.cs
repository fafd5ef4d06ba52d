using System.Buffers;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Who speaks in an interview or a transcript: "Q: …", "Amara Nwosu: …". What somebody asks is no news; what he answers is where it can be
/// read without the question, says who speaks, and is not about himself.
/// </summary>
internal sealed class Turns
{
    private const int LongestName = 44;
    private const int MostNames = 4;
    private const int FewestTurns = 3;

    private static readonly SearchValues<char> _notInNames = SearchValues.Create("0123456789,;\"“”");

    private static readonly WordSet _questions = WordSet.Of("q question frage pregunta p pergunta domanda hỏi 问 問");
    private static readonly WordSet _answers = WordSet.Of("a answer antwort réponse r respuesta resposta risposta đáp 答");

    private static readonly WordSet _answering = WordSet.Of("because yes no well oh yeah absolutely exactly ja nein naja doch weil oui non sí no porque sim não sì nee nej");

    private static readonly Dictionary<string, WordSet> _first = new(StringComparer.Ordinal)
    {
        ["en"] = WordSet.Of("i we you my our your me us i'm i've i'd i'll we're we've we'd we'll you're you've i’m i’ve i’d i’ll we’re we’ve we’d we’ll you’re you’ve"),
        ["de"] = WordSet.Of("ich wir mich mir uns mein meine meinen meinem meiner unser unsere unseren unserem unserer"),
        ["fr"] = WordSet.Of("je nous mon ma mes notre nos moi j'ai j’ai j'étais j’étais"),
        ["es"] = WordSet.Of("yo me nos mi mis nuestro nuestra nuestros nuestras nosotros"),
        ["pt"] = WordSet.Of("eu me nos nós meu minha nosso nossa"),
        ["it"] = WordSet.Of("io mi ci noi mio mia nostro nostra"),
        ["nl"] = WordSet.Of("ik wij we mijn ons onze"),
        ["sv"] = WordSet.Of("jag vi mig oss min mitt mina vår vårt våra"),
    };

    private readonly Turn[] _turns;
    private readonly HashSet<string> _asking;
    private readonly string _language;

    private Turns(Turn[] turns, HashSet<string> asking, string language) => (_turns, _asking, _language) = (turns, asking, language);

    /// <summary>The turns of an article; null where it is no interview: nobody asks, or nobody speaks twice.</summary>
    public static Turns? In(Article article)
    {
        if (article.Text.AsSpan().IndexOfAny('?', '？') < 0)
        {
            return null;
        }

        Turn[]? turns = null;
        var speakers = new Dictionary<string, (int Turns, int Lines, int Questions)>(StringComparer.OrdinalIgnoreCase);
        var speaker = default(string);
        for (var number = 0; number < article.Sentences.Count; number++)
        {
            var sentence = article.Sentences[number];
            var text = sentence.Span.In(article.Text);
            var prefix = PrefixIn(text);
            prefix = prefix > 0 && Boilerplate.Is(text.ToString()) ? 0 : prefix;
            speaker = prefix > 0 ? NameIn(text[..prefix]) : number > 0 && article.Sentences[number - 1].Paragraph == sentence.Paragraph ? speaker : null;
            if (speaker is null)
            {
                continue;
            }

            var (count, lines, questions) = speakers.GetValueOrDefault(speaker);
            var asks = text.TrimEnd("\"'”’)» ") is [.., '?' or '？'];
            speakers[speaker] = prefix == 0 ? (count, lines, questions + (asks ? 1 : 0)) : (count + 1, lines + (OpensLine(article, sentence.Span.Start) ? 1 : 0), questions + (asks ? 1 : 0));
            turns ??= new Turn[article.Sentences.Count];
            turns[number] = new Turn(speaker, prefix);
        }

        return turns is not null && Asking(speakers) is { Count: > 0 } asking ? new Turns(turns, asking, article.Citation.Language) : null;
    }

    /// <summary>Whether it begins with who speaks.</summary>
    public bool Opens(int sentence) => _turns[sentence].Prefix > 0;

    /// <summary>Whether somebody asks in it.</summary>
    public bool Asks(int sentence) => _turns[sentence].Speaker is { } speaker && _asking.Contains(speaker);

    /// <summary>Whether it can't be told without who asked or answered, or without the sentence before.</summary>
    public bool Needs(int sentence, ReadOnlySpan<char> text)
    {
        var turn = _turns[sentence];
        return turn.Speaker is not null
            && (Asks(sentence) || _answers.Contains(turn.Speaker) || Speaks(text[turn.Prefix..]) || (turn.Prefix > 0 && IsFragment(text[turn.Prefix..].ToString(), _language)));
    }

    private static bool IsFragment(string said, string language)
    {
        var words = new Words(said);
        return (words.MoveNext() && _answering.Contains(words.Current)) || DanglingReferences.Opens(said, language) || Boilerplate.Is(said) || SiteNotices.Are(said);
    }

    private bool Speaks(ReadOnlySpan<char> said)
    {
        if (!_first.TryGetValue(_language, out var first))
        {
            return false;
        }

        foreach (var word in new Words(said))
        {
            if (first.Contains(word) && word is not "US")
            {
                return true;
            }
        }

        return false;
    }

    private static bool OpensLine(Article article, int start) => start == 0 || article.Text.AsSpan(0, start).TrimEnd(" \t*_-–—").EndsWith("\n", StringComparison.Ordinal);

    // Whoever ends half of his turns on a question mark; nobody where too few speak too seldom, which in a text that lost its lines takes two who do so often.
    private static HashSet<string> Asking(Dictionary<string, (int Turns, int Lines, int Questions)> speakers)
    {
        var asking = speakers.Where(each => _questions.Contains(each.Key) || each.Value.Questions * 2 >= each.Value.Turns)
            .Select(each => each.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = speakers.Values.Sum(each => each.Lines);
        var isInterview = speakers.Count > 1
            && (asking.Any(name => _questions.Contains(name))
                || (lines >= FewestTurns && lines > speakers.Count)
                || (asking.Any(name => speakers[name].Turns >= FewestTurns) && speakers.Values.Count(each => each.Turns >= FewestTurns) > 1));
        return isInterview ? asking : [];
    }

    /// <summary>How many characters "NAME: " takes that opens a sentence; 0 where none does.</summary>
    private static int PrefixIn(ReadOnlySpan<char> text)
    {
        var colon = text[..Math.Min(text.Length, LongestName)].IndexOfAny(':', '：');
        if (colon <= 0 || colon + 2 >= text.Length || (text[colon] == ':' && text[colon + 1] != ' '))
        {
            return 0;
        }

        var name = NameIn(text[..(colon + 1)]);
        return _questions.Contains(name) || _answers.Contains(name) || IsName(name) ? colon + (text[colon + 1] == ' ' ? 2 : 1) : 0;
    }

    private static string NameIn(ReadOnlySpan<char> prefix)
    {
        var bracket = prefix.IndexOf(" (", StringComparison.Ordinal);
        return prefix[..(bracket > 0 ? bracket : prefix.IndexOfAny(':', '：'))].Trim(" *_").ToString();
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        var words = 0;
        foreach (var part in name.Split(' '))
        {
            var word = name[part];
            if (word.IsEmpty || !char.IsUpper(word[0]) || word.ContainsAny(_notInNames) || ++words > MostNames)
            {
                return false;
            }
        }

        return words > 0;
    }

    private readonly record struct Turn(string Speaker, int Prefix);
}
