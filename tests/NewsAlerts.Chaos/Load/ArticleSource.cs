using System.Text;
using System.Text.Json;

namespace NewsAlerts.Chaos.Load;

/// <summary>Originals about invented events, decided by the seed: new ones, the same again, changed ones, malformed ones.</summary>
internal sealed class ArticleSource(ChaosPlan plan)
{
    public static readonly string[] Places = ["Port Ellery", "Aldermouth", "Kestrel Bay", "Morgensee", "Sandwick", "Tarn Hollow"];
    private static readonly string[] People = ["Ines Calloway", "Tomas Reuter", "Mara Osei", "Jonas Lindt", "Petra Vance"];

    private readonly Random _random = plan.RandomFor("articles");
    private readonly List<Dropped> _accepted = [];
    private int _names;

    /// <summary>What is dropped next.</summary>
    public Dropped Next()
    {
        var number = ++_names;
        var kind = _accepted.Count < 3 ? DropKind.New : _random.Next(100) switch
        {
            < 72 => DropKind.New,
            < 82 => DropKind.SameAgain,
            < 92 => DropKind.Changed,
            _ => DropKind.Malformed,
        };
        var dropped = kind switch
        {
            DropKind.New => Written(number, version: 1, kind),
            DropKind.SameAgain => _accepted[_random.Next(_accepted.Count)] with { Kind = kind },
            DropKind.Changed => Changed(_accepted[_random.Next(_accepted.Count)], number),
            _ => new Dropped(kind, "", "", "", "", Malformed()),
        };
        if (kind is DropKind.New or DropKind.Changed)
        {
            _accepted.Add(dropped);
        }

        return dropped with { Name = $"{number:d5}{(kind is DropKind.Malformed ? "-broken" : "")}.json" };
    }

    private Dropped Changed(Dropped earlier, int number)
    {
        // Another text is another article: the correction has a marker of its own, and names the first in its address.
        var one = Written(number, version: 2, DropKind.Changed);
        return one with { Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(one.Content).Replace("\"source\":\"", $"\"source\":\"Corrected {earlier.Marker}, ", StringComparison.Ordinal)) };
    }

    private Dropped Written(int number, int version, DropKind kind)
    {
        var german = _random.Next(4) == 0;
        var marker = $"c{number:d5}v{version}";
        var (place, person, people) = (Places[_random.Next(Places.Length)], People[_random.Next(People.Length)], 100 + _random.Next(900));
        var text = german
            ? $"""
              Der Hafen von {place} hat am Montag seinen Anleger {number} eröffnet, nach zwei Jahren Bauzeit. {person} sagte, die erste Fähre habe {people} Menschen an Bord gehabt.

              Der Bau hat 14 Millionen Kronen gekostet, 2 Millionen weniger als geplant. Die Fischerboote ziehen im Oktober an den nördlichen Kai um.

              Anwohner hatten eine Brücke für Fußgänger verlangt. Der Rat wird darüber im Frühjahr entscheiden.
              """
            : $"""
              The harbour of {place} opened its berth number {number} on Monday after two years of work. {person} said the first ferry carried {people} passengers.

              The berth cost 14 million crowns, 2 million less than planned. Fishing boats will move to the northern quay in October.

              Residents had asked for a footbridge. The council will decide on it in the spring.
              """;
        var title = german ? $"{place} eröffnet Anleger {number}" : $"{place} opens berth {number}";
        var content = JsonSerializer.SerializeToUtf8Bytes(new
        {
            title,
            text,
            url = $"https://harbour.example/{marker}",
            source = "Harbour Gazette",
            language = german ? "de" : "en",
        });
        return new Dropped(kind, "", marker, german ? "de" : "en", place, content);
    }

    private byte[] Malformed() => _random.Next(3) switch
    {
        0 => "{ \"title\": \"Cut off\", \"text\": \"The tide"u8.ToArray(),
        1 => [],
        _ => [0x7f, (byte)'E', (byte)'L', (byte)'F', .. new byte[400]],
    };
}

/// <summary>An original that is dropped.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in the container.</param>
/// <param name="Marker">What its article can be told by in a digest; empty for one that is malformed.</param>
/// <param name="Language">Its article's.</param>
/// <param name="Place">Where it happened, a name that stands in its text.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Dropped(DropKind Kind, string Name, string Marker, string Language, string Place, byte[] Content);

internal enum DropKind
{
    New,
    SameAgain,
    Changed,
    Malformed,
}
