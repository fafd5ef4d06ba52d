using System.Runtime.InteropServices;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsAlerts.Terms;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// What Lucene's analyzer makes of stretches of text, kept: what it makes of one between two spaces depends on nothing beyond them (no token of
/// UAX #29 has a space, no stemmer looks at the next word), so it is asked once for each. Not for several threads at once.
/// </summary>
internal sealed class KeptTerms
{
    // Longer is an address, or a script without spaces: seldom the same again.
    private const int LongestKept = 32;

    private readonly Analyzer _analyzer;
    private readonly ShortStretches _short = new();
    private readonly Dictionary<string, Range> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Range>.AlternateLookup<ReadOnlySpan<char>> _longBySpan;
    private readonly List<KeptTerm> _ofLong = [];
    private readonly List<KeptTerm> _passing = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idsBySpan;
    private readonly List<string> _texts = [];
    private Tokens? _tokens;

    /// <param name="language">BCP 47 primary language subtag; any string.</param>
    public KeptTerms(string language)
    {
        _analyzer = TermAnalyzers.For(language);
        _longBySpan = _long.GetAlternateLookup<ReadOnlySpan<char>>();
        _idsBySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many stretches are kept.</summary>
    public int Count => _short.Count + _long.Count;

    /// <summary>How many different terms they have: the next <see cref="KeptTerm.Id"/>.</summary>
    public int TermCount => _texts.Count;

    /// <summary>What a term says.</summary>
    public string TextOf(int id) => _texts[id];

    /// <summary>The term of a stretch that is kept because it is short; false where it is not.</summary>
    /// <param name="packed">The stretch, as <see cref="PackedWord.Of"/> packs it; not 0.</param>
    /// <param name="term">Its term, or <see cref="KeptTerm.None"/>.</param>
    public bool TryFind(ulong packed, out KeptTerm term) => _short.TryFind(packed, out term);

    /// <summary>The same for a stretch of up to sixteen characters.</summary>
    public bool TryFind(ReadOnlySpan<char> stretch, out KeptTerm term)
    {
        var packed = PackedWord.OfLonger(stretch);
        term = default;
        return packed != 0 && _short.TryFind(packed, out term);
    }

    /// <summary>The terms of a stretch that is not found so; until the next question.</summary>
    public ReadOnlySpan<KeptTerm> Of(ReadOnlySpan<char> stretch) =>
        stretch.Length > LongestKept ? Passing(stretch.ToString())
        : _longBySpan.TryGetValue(stretch, out var kept) ? CollectionsMarshal.AsSpan(_ofLong)[kept]
        : Keep(stretch.ToString(), PackedWord.OfLonger(stretch));

    public void Clear()
    {
        _short.Clear();
        _long.Clear();
        _ofLong.Clear();
        _ids.Clear();
        _texts.Clear();
    }

    private ReadOnlySpan<KeptTerm> Keep(string stretch, UInt128 packed)
    {
        var terms = Passing(stretch);
        if (packed != 0 && terms.Length <= 1)
        {
            _short.Add(packed, terms.IsEmpty ? KeptTerm.None : terms[0]);
            return terms;
        }

        _long[stretch] = _ofLong.Count..(_ofLong.Count + terms.Length);
        _ofLong.AddRange(terms);
        return terms;
    }

    private ReadOnlySpan<KeptTerm> Passing(string stretch)
    {
        _passing.Clear();
        using var stream = _analyzer.GetTokenStream(string.Empty, stretch);
        // An analyzer has one stream a thread; looking its attributes up takes as long as a short word does.
        var tokens = _tokens = _tokens?.Stream == stream ? _tokens : new Tokens(stream, stream.GetAttribute<ICharTermAttribute>(), stream.GetAttribute<IOffsetAttribute>());
        stream.Reset();
        while (stream.IncrementToken())
        {
            foreach (var part in TermParts.Of(tokens.Term.Buffer.AsSpan(0, tokens.Term.Length)))
            {
                _passing.Add(new KeptTerm(tokens.Offset.StartOffset, tokens.Offset.EndOffset - tokens.Offset.StartOffset, IdOf(part)));
            }
        }

        return CollectionsMarshal.AsSpan(_passing);
    }

    private int IdOf(ReadOnlySpan<char> term)
    {
        if (!_idsBySpan.TryGetValue(term, out var id))
        {
            id = _texts.Count;
            _texts.Add(term.ToString());
            _ids.Add(_texts[id], id);
        }

        return id;
    }

    private sealed record Tokens(TokenStream Stream, ICharTermAttribute Term, IOffsetAttribute Offset);
}

/// <summary>A term of a stretch.</summary>
/// <param name="Offset">Where in the stretch the token starts that it was made of.</param>
/// <param name="Length">How long that token is.</param>
/// <param name="Id">Its number among all that are kept.</param>
internal readonly record struct KeptTerm(int Offset, int Length, int Id)
{
    public static KeptTerm None => new(0, 0, -1);
}
