using System.Text;

namespace NewsAlerts.Benchmarks.Speed;

/// <summary>
/// Writes text that looks like news to a machine: sentences of 6 to 30 words in paragraphs of one to four, words as often as in any language
/// (Zipf), names, numbers, quotations. The same seed always writes the same.
/// </summary>
internal sealed class ProseGenerator
{
    private const int Vocabulary = 8_000;

    private static readonly string[] _syllables =
        [.. "ba be bi bo ca co da de di du fa fe ga go ha ka ki la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti to va ve".Split(' ')];

    private static readonly string[] _functionWords = [.. "the of and to in a that for on with is was by at from as it".Split(' ')];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _upTo = new double[Vocabulary];

    public ProseGenerator(int seed)
    {
        _random = new Random(seed);
        _words = [.. Enumerable.Range(0, Vocabulary).Select(rank => rank < _functionWords.Length ? _functionWords[rank] : Word())];
        var sum = 0.0;
        for (var rank = 0; rank < Vocabulary; rank++)
        {
            _upTo[rank] = sum += 1.0 / (rank + 2);
        }
    }

    /// <summary>A text of about so many characters, never fewer than one sentence.</summary>
    public string Write(int length)
    {
        var text = new StringBuilder(length + 256);
        while (text.Length < length)
        {
            var sentences = _random.Next(1, 5);
            for (var i = 0; i < sentences && text.Length < length; i++)
            {
                Sentence(text);
            }

            text.Append("\n\n");
        }

        // The last sentence may be longer than there was room for.
        return text.ToString().TrimEnd();
    }

    private void Sentence(StringBuilder text)
    {
        var quoted = _random.Next(8) == 0;
        text.Append(quoted ? "“" : string.Empty);
        var count = _random.Next(6, 31);
        for (var i = 0; i < count; i++)
        {
            var word = _random.Next(40) == 0 ? $"{_random.Next(2, 5_000)}" : Next();
            var named = i == 0 || _random.Next(10) == 0;
            text.Append(named ? char.ToUpperInvariant(word[0]) + word[1..] : word).Append(i + 1 < count && _random.Next(12) == 0 ? ", " : " ");
        }

        text.Length--;
        text.Append(quoted ? ",” said " + char.ToUpperInvariant(_words[^1][0]) + _words[^1][1..] + ". " : ". ");
    }

    private string Next()
    {
        var found = Array.BinarySearch(_upTo, _random.NextDouble() * _upTo[^1]);
        return _words[Math.Min(found < 0 ? ~found : found, Vocabulary - 1)];
    }

    private string Word() => string.Concat(Enumerable.Range(0, _random.Next(2, 5)).Select(_ => _syllables[_random.Next(_syllables.Length)]));
}
