using System.Collections.Concurrent;
using NewsAlerts.Routing;

namespace NewsAlerts.Chaos.Load;

/// <summary>A subscription, as those know it who made it.</summary>
internal sealed class Reader
{
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset At, IReadOnlyList<string> Languages)> _wanted = [];
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

    /// <summary>From when on it wants which languages for sure; what it wanted before may count until then.</summary>
    public void Wants(DateTimeOffset at, IReadOnlyList<string> languages)
    {
        lock (_lock)
        {
            _wanted.Add((at, languages));
        }
    }

    /// <summary>What the reader is owed of an article that was dropped at a time.</summary>
    public Claim ClaimOn(string language, DateTimeOffset dropped)
    {
        lock (_lock)
        {
            // What is decided while things change may be decided by what was before.
            var settled = dropped - TimeSpan.FromSeconds(3);
            var wishes = _wanted.Where((wish, i) => i == _wanted.Count - 1 || _wanted[i + 1].At > settled).Select(wish => wish.Languages.Count == 0 || wish.Languages.Contains(language)).ToList();
            return Added > settled || Removed is not null ? Claim.AtMostOnce
                : wishes.All(wants => wants) ? Claim.Once
                : wishes.Any(wants => wants) ? Claim.AtMostOnce
                : Claim.Never;
        }
    }
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
