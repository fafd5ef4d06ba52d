using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace NewsAlerts.Terms;

/// <summary>What cuts a language's text into terms: with its stemmer and stop words where Lucene has them, else into plain words.</summary>
internal static class TermAnalyzers
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    // An analyzer keeps its buffers per thread, so one of each serves all of them.
    private static readonly ConcurrentDictionary<string, Lazy<Analyzer>> _known = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<Analyzer>> _keeping = new(StringComparer.Ordinal);

    private static readonly Lazy<Analyzer> _plain = new(CreatePlain);

    /// <param name="language">BCP 47 primary language subtag; any string.</param>
    public static Analyzer For(string language) =>
        Has(language) ? _known.GetOrAdd(language, static key => new Lazy<Analyzer>(() => Create(key, stopWords: null)!)).Value : _plain.Value;

    /// <summary>The same, with stop words kept as terms: what somebody looks for may be made of them ("The Who", "to be or not to be").</summary>
    /// <param name="language">BCP 47 primary language subtag; any string.</param>
    public static Analyzer KeepingStopWords(string language) =>
        Has(language) ? _keeping.GetOrAdd(language, static key => new Lazy<Analyzer>(() => Create(key, CharArraySet.Empty)!)).Value : _plain.Value;

    /// <summary>Cuts text into lower-case words of any language, unstemmed; Chinese, Japanese and Korean into pairs of characters.</summary>
    public static Analyzer Plain => _plain.Value;

    /// <summary>The words of a language that carry no content by themselves; none where Lucene has no list.</summary>
    public static CharArraySet StopWordsOf(string language) =>
        Has(language) && For(language) is StopwordAnalyzerBase analyzer ? analyzer.StopwordSet : CharArraySet.Empty;

    /// <summary>Whether a language has a stemmer here; all others share <see cref="Plain"/>.</summary>
    public static bool Has(string language) => language is
        "ar" or "bg" or "ca" or "ckb" or "cs" or "da" or "de" or "el" or "en" or "es" or "eu" or "fa" or "fi" or "fr" or "ga" or "gl" or "hi" or "hu" or "hy"
        or "id" or "it" or "lv" or "nb" or "nl" or "nn" or "no" or "pt" or "ro" or "ru" or "sv" or "tr";

    private static Analyzer? Create(string language, CharArraySet? stopWords) => language switch
    {
        "ar" => new ArabicAnalyzer(Version, stopWords ?? ArabicAnalyzer.DefaultStopSet),
        "bg" => new BulgarianAnalyzer(Version, stopWords ?? BulgarianAnalyzer.DefaultStopSet),
        "ca" => new CatalanAnalyzer(Version, stopWords ?? CatalanAnalyzer.DefaultStopSet),
        "ckb" => new SoraniAnalyzer(Version, stopWords ?? SoraniAnalyzer.DefaultStopSet),
        "cs" => new CzechAnalyzer(Version, stopWords ?? CzechAnalyzer.DefaultStopSet),
        "da" => new DanishAnalyzer(Version, stopWords ?? DanishAnalyzer.DefaultStopSet),
        "de" => new GermanAnalyzer(Version, stopWords ?? GermanAnalyzer.DefaultStopSet),
        "el" => new GreekAnalyzer(Version, stopWords ?? GreekAnalyzer.DefaultStopSet),
        "en" => new EnglishAnalyzer(Version, stopWords ?? EnglishAnalyzer.DefaultStopSet),
        "es" => new SpanishAnalyzer(Version, stopWords ?? SpanishAnalyzer.DefaultStopSet),
        "eu" => new BasqueAnalyzer(Version, stopWords ?? BasqueAnalyzer.DefaultStopSet),
        "fa" => new PersianAnalyzer(Version, stopWords ?? PersianAnalyzer.DefaultStopSet),
        "fi" => new FinnishAnalyzer(Version, stopWords ?? FinnishAnalyzer.DefaultStopSet),
        "fr" => new FrenchAnalyzer(Version, stopWords ?? FrenchAnalyzer.DefaultStopSet),
        "ga" => new IrishAnalyzer(Version, stopWords ?? IrishAnalyzer.DefaultStopSet),
        "gl" => new GalicianAnalyzer(Version, stopWords ?? GalicianAnalyzer.DefaultStopSet),
        "hi" => new HindiAnalyzer(Version, stopWords ?? HindiAnalyzer.DefaultStopSet),
        "hu" => new HungarianAnalyzer(Version, stopWords ?? HungarianAnalyzer.DefaultStopSet),
        "hy" => new ArmenianAnalyzer(Version, stopWords ?? ArmenianAnalyzer.DefaultStopSet),
        "id" => new IndonesianAnalyzer(Version, stopWords ?? IndonesianAnalyzer.DefaultStopSet),
        "it" => new ItalianAnalyzer(Version, stopWords ?? ItalianAnalyzer.DefaultStopSet),
        "lv" => new LatvianAnalyzer(Version, stopWords ?? LatvianAnalyzer.DefaultStopSet),
        "nl" => new DutchAnalyzer(Version, stopWords ?? DutchAnalyzer.DefaultStopSet),
        "nb" or "nn" or "no" => new NorwegianAnalyzer(Version, stopWords ?? NorwegianAnalyzer.DefaultStopSet),
        "pt" => new PortugueseAnalyzer(Version, stopWords ?? PortugueseAnalyzer.DefaultStopSet),
        "ro" => new RomanianAnalyzer(Version, stopWords ?? RomanianAnalyzer.DefaultStopSet),
        "ru" => new RussianAnalyzer(Version, stopWords ?? RussianAnalyzer.DefaultStopSet),
        "sv" => new SwedishAnalyzer(Version, stopWords ?? SwedishAnalyzer.DefaultStopSet),
        "tr" => new TurkishAnalyzer(Version, stopWords ?? TurkishAnalyzer.DefaultStopSet),
        _ => null,
    };

    // Chinese, Japanese and Korean become bigrams, every other script its words.
    private static Analyzer CreatePlain() => Analyzer.NewAnonymous(static (_, reader) =>
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, new CJKBigramFilter(new LowerCaseFilter(Version, new CJKWidthFilter(words))));
    });
}
