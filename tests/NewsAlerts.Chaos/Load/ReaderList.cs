using System.Collections.Concurrent;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Chaos.Load;

/// <summary>A subscription, as those know it who made it.</summary>
internal sealed class Reader
{
    /// <summary>Whether an article goes by a change is promised only so much later: docs/architecture.md.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(65);

    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset At, Wish Wish)> _wanted = [];
    private readonly List<WebhookSecret> _secrets = [];

    public required string Key { get; init; }

    public required SubscriptionId Id { get; init; }

    /// <summary>When it was there for sure.</summary>
    public required DateTimeOffset Added { get; init; }

    /// <summary>Whether it is left as it is, but for pauses and secrets.</summary>
    public required bool IsSteady { get; init; }

    /// <summary>When it began to be removed.</summary>
    public DateTimeOffset? Removed { get; set; }

    public IReadOnlyList<WebhookSecret> Secrets
    {
        get
        {
            lock (_lock)
            {
                return [.. _secrets];
            }
        }
    }

    public void Knows(WebhookSecret secret)
    {
        lock (_lock)
        {
            _secrets.Add(secret);
        }
    }

    /// <summary>From when on it wants what; what it wanted before may count a little longer.</summary>
    public void Wants(DateTimeOffset at, Wish wish)
    {
        lock (_lock)
        {
            _wanted.Add((at, wish));
        }
    }

    /// <summary>What it wants now.</summary>
    public Wish Wish
    {
        get
        {
            lock (_lock)
            {
                return _wanted[^1].Wish;
            }
        }
    }

    /// <summary>What the reader is owed of an article that was dropped at a time.</summary>
    public Claim ClaimOn(Dropped article, DateTimeOffset dropped)
    {
        lock (_lock)
        {
            var settled = dropped - Late;
            var wishes = _wanted.Where((_, i) => i == _wanted.Count - 1 || _wanted[i + 1].At > settled).Select(wanted => wanted.Wish.Includes(article)).ToList();
            return Added > settled || Removed is not null ? Claim.AtMostOnce
                : wishes.All(wants => wants) ? Claim.Once
                : wishes.Any(wants => wants) ? Claim.AtMostOnce
                : Claim.Never;
        }
    }
}

/// <summary>What a subscription asks for.</summary>
/// <param name="Languages">These; empty for all.</param>
/// <param name="Place">Articles about it, by a rule; null for all.</param>
internal sealed record Wish(IReadOnlyList<string> Languages, string? Place)
{
    public Rule? Rule => Place is null ? null : Rule.Parse($"\"{Place}\"");

    public bool Includes(Dropped article) => (Languages.Count == 0 || Languages.Contains(article.Language)) && (Place is null || Place == article.Place);

    public override string ToString() => $"{(Languages.Count == 0 ? "all languages" : string.Join(", ", Languages))}, {Place ?? "all places"}";
}

internal enum Claim
{
    Once,
    AtMostOnce,
    Never,
}

/// <summary>All readers of a run, those included that are gone.</summary>
internal sealed class ReaderList
{
    private readonly ConcurrentDictionary<string, Reader> _readers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<WebhookSecret>> _expected = new(StringComparer.Ordinal);

    public IReadOnlyList<Reader> All => [.. _readers.Values.OrderBy(reader => reader.Key, StringComparer.Ordinal)];

    public void Add(Reader reader) => _readers[reader.Key] = reader;

    /// <summary>A reader's secret is known before its subscription is: its first digest may come at once.</summary>
    public void Expect(string key, WebhookSecret secret) => _expected[key] = [secret];

    public IEnumerable<WebhookSecret> SecretsOf(string key) => _readers.TryGetValue(key, out var reader) ? reader.Secrets : _expected.GetValueOrDefault(key, []);
}
