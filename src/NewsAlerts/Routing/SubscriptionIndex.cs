using NewsAlerts.Articles;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Routing;

/// <summary>The active subscriptions of a shard, by what they match. Immutable.</summary>
public sealed class SubscriptionIndex
{
    private readonly Subscription[] _everything;
    private readonly Subscription[][] _byRule;
    private readonly RuleIndex _rules;

    /// <summary>Files the active ones of a shard; a rule that several share is checked once for all of them.</summary>
    public SubscriptionIndex(ShardSubscriptions shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        Newer = shard.Newer;
        var groups = shard.Readable.Where(subscription => subscription.Standing == Standing.Active).ToLookup(subscription => subscription.Rule);
        _everything = [.. groups[null]];
        var ruled = groups.Where(group => group.Key is not null).ToList();
        _byRule = [.. ruled.Select(group => group.ToArray())];
        _rules = new RuleIndex([.. ruled.Select(group => group.Key!)]);
    }

    /// <summary>How many active ones are not filed, since a newer version wrote them.</summary>
    public int Newer { get; }

    /// <summary>Whether no article can match anything that is filed.</summary>
    public bool IsEmpty => _everything.Length == 0 && _byRule.Length == 0;

    /// <summary>Builds for the languages that <paramref name="other"/> has been asked about, so that no article waits for it.</summary>
    public void PrepareLike(SubscriptionIndex other)
    {
        foreach (var language in other._rules.Languages)
        {
            _rules.Prepare(language);
        }
    }

    /// <summary>The subscriptions that an article matches: those without a rule first.</summary>
    public IReadOnlyList<Subscription> Match(Article article) =>
        _byRule.Length == 0 ? _everything : [.. _everything, .. _rules.Match(article).Rules.SelectMany(rule => _byRule[rule])];
}
