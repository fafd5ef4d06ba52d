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

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>What cuts a language's text into terms: with its stemmer and stop words where Lucene has them, else into plain words.</summary>
internal static class TermAnalyzers
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    // An analyzer keeps its buffers per thread, so one of each serves all of them.
    private static readonly ConcurrentDictionary<string, Lazy<Analyzer>> _known = new(StringComparer.Ordinal);

    private static readonly Lazy<Analyzer> _plain = new(CreatePlain);

    /// <param name="language">BCP 47 primary language subtag; any string.</param>
    public static Analyzer For(string language) =>
        Has(language) ? _known.GetOrAdd(language, static key => new Lazy<Analyzer>(() => Create(key)!)).Value : _plain.Value;

    /// <summary>The words of a language that carry no content by themselves; none where Lucene has no list.</summary>
    public static CharArraySet StopWordsOf(string language) =>
        Has(language) && For(language) is StopwordAnalyzerBase analyzer ? analyzer.StopwordSet : CharArraySet.Empty;

    /// <summary>Whether the language has an analyzer of its own.</summary>
    public static bool Has(string language) => language is
        "ar" or "bg" or "ca" or "ckb" or "cs" or "da" or "de" or "el" or "en" or "es" or "eu" or "fa" or "fi" or "fr" or "ga" or "gl" or "hi" or "hu" or "hy"
        or "id" or "it" or "lv" or "nb" or "nl" or "nn" or "no" or "pt" or "ro" or "ru" or "sv" or "tr";

    private static Analyzer? Create(string language) => language switch
    {
        "ar" => new ArabicAnalyzer(Version),
        "bg" => new BulgarianAnalyzer(Version),
        "ca" => new CatalanAnalyzer(Version),
        "ckb" => new SoraniAnalyzer(Version),
        "cs" => new CzechAnalyzer(Version),
        "da" => new DanishAnalyzer(Version),
        "de" => new GermanAnalyzer(Version),
        "el" => new GreekAnalyzer(Version),
        "en" => new EnglishAnalyzer(Version),
        "es" => new SpanishAnalyzer(Version),
        "eu" => new BasqueAnalyzer(Version),
        "fa" => new PersianAnalyzer(Version),
        "fi" => new FinnishAnalyzer(Version),
        "fr" => new FrenchAnalyzer(Version),
        "ga" => new IrishAnalyzer(Version),
        "gl" => new GalicianAnalyzer(Version),
        "hi" => new HindiAnalyzer(Version),
        "hu" => new HungarianAnalyzer(Version),
        "hy" => new ArmenianAnalyzer(Version),
        "id" => new IndonesianAnalyzer(Version),
        "it" => new ItalianAnalyzer(Version),
        "lv" => new LatvianAnalyzer(Version),
        "nl" => new DutchAnalyzer(Version),
        "nb" or "nn" or "no" => new NorwegianAnalyzer(Version),
        "pt" => new PortugueseAnalyzer(Version),
        "ro" => new RomanianAnalyzer(Version),
        "ru" => new RussianAnalyzer(Version),
        "sv" => new SwedishAnalyzer(Version),
        "tr" => new TurkishAnalyzer(Version),
        _ => null,
    };

    // Chinese, Japanese and Korean become bigrams, every other script its words.
    private static Analyzer CreatePlain() => Analyzer.NewAnonymous(static (_, reader) =>
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, new CJKBigramFilter(new LowerCaseFilter(Version, new CJKWidthFilter(words))));
    });
}
