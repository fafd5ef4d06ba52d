using System.Text;
using NewsAlerts.Chaos;
using NewsAlerts.Chaos.Faults;
using NewsAlerts.Chaos.Hosts;
using NewsAlerts.Chaos.Judging;
using NewsAlerts.Chaos.Load;
using NewsAlerts.Chaos.Readers;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>The rig sees what it is there to see.</summary>
public sealed class LedgerTests
{
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow();
    private static readonly RigTimes Times = new();

    private readonly Timeline _timeline = new(TimeProvider.System);
    private readonly ReaderList _readers = new();
    private readonly ReceivedDigests _received;
    private readonly StorageWatch _watch;
    private readonly Ledger _ledger;

    public LedgerTests()
    {
        _received = new ReceivedDigests(_timeline);
        _watch = new StorageWatch(_timeline, TimeProvider.System);
        _ledger = new Ledger(_readers, _received, _watch, Times);
        Subscribed("morning", added: Start);
        Dropped("c00001v1", at: Start.AddSeconds(90));
    }

    [Fact]
    public void An_article_in_one_digest_of_its_reader_is_as_it_should_be()
    {
        Received("d-1", Start.AddSeconds(40), "c00001v1");

        Assert.Empty(Judge());
    }

    [Fact]
    public void An_article_that_its_reader_never_got_is_lost() =>
        Assert.Equal(FindingKind.Lost, Assert.Single(Judge()).Kind);

    [Fact]
    public void An_article_that_is_listed_as_a_failure_is_not_lost() =>
        Assert.Empty(_ledger.Judge([], new HashSet<string> { "c00001v1" }));

    [Fact]
    public void An_article_in_two_digests_of_one_reader_is_duplicated()
    {
        Received("d-1", Start.AddSeconds(40), "c00001v1");
        Received("d-2", Start.AddSeconds(50), "c00001v1");

        Assert.Equal(FindingKind.Duplicated, Assert.Single(Judge()).Kind);
    }

    [Fact]
    public void A_digest_may_come_again_as_long_as_the_ledger_does_not_know_that_it_was_sent()
    {
        Received("d-1", Start.AddSeconds(40), "c00001v1");
        Received("d-1", Start.AddSeconds(60), "c00001v1");

        Assert.Empty(Judge());
        Assert.Equal(1, _ledger.Repeats);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_digest_may_come_again_at_once_only_where_the_answer_to_the_first_was_lost(bool answered, bool mayBe)
    {
        Received("d-1", Start.AddSeconds(40), "c00001v1");
        Received("d-1", Start.AddSeconds(42), "c00001v1");
        if (answered)
        {
            _received.Answered(Start.AddSeconds(40));
        }

        Assert.Equal(mayBe, Judge().Count == 0);
    }

    [Fact]
    public void A_digest_that_comes_again_though_the_ledger_knows_is_duplicated()
    {
        Received("d-1", Start.AddSeconds(-20), "c00001v1");
        TheLedgerSays("d-1", "Sent");
        Received("d-1", Start.AddHours(1), "c00001v1");

        Assert.Equal(FindingKind.Duplicated, Assert.Single(Judge()).Kind);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(2, false)]
    public void A_host_that_was_stopped_past_its_lease_may_send_what_another_has_sent(int seconds, bool mayBe)
    {
        Received("d-1", Start.AddSeconds(-20), "c00001v1");
        TheLedgerSays("d-1", "Sent");
        Received("d-1", Start.AddHours(1), "c00001v1");

        var stop = new Incident(BlowKind.Stop, Start.AddHours(1).AddSeconds(-seconds), Start.AddHours(1));

        Assert.Equal(mayBe, !_ledger.Judge([stop], new HashSet<string>()).Any());
    }

    [Fact]
    public void A_digest_that_comes_again_with_other_articles_is_wrong()
    {
        Dropped("c00002v1", at: Start.AddSeconds(90));
        Received("d-1", Start.AddSeconds(40), "c00001v1");
        Received("d-1", Start.AddSeconds(60), "c00001v1", "c00002v1");

        Assert.Equal(FindingKind.Wrong, Assert.Single(Judge()).Kind);
    }

    [Fact]
    public void Who_subscribed_after_an_article_is_owed_nothing_of_it()
    {
        Received("d-1", Start.AddSeconds(40), "c00001v1");
        Subscribed("late", added: Start.AddSeconds(120));

        Assert.Empty(Judge());
    }

    [Fact]
    public void An_article_in_a_language_that_its_reader_never_wanted_is_wrong()
    {
        Received("d-1", Start.AddSeconds(40), "c00001v1");
        Subscribed("german", added: Start, "de");
        _received.Add(new Received("german", "d-9", Start.AddSeconds(40), Start.AddSeconds(40), new HashSet<string> { "c00001v1" }, Complaint: null));

        Assert.Equal(FindingKind.Wrong, Assert.Single(Judge()).Kind);
    }

    [Fact]
    public void A_summary_that_is_stored_twice_is_duplicated()
    {
        Received("d-1", Start.AddSeconds(40), "c00001v1");
        for (var i = 0; i < 2; i++)
        {
            _watch.See("host 1", new Exchange("PUT", "/account/library/vsmainyqznf6jmeugngo6dwgge/summary.json", default, 201));
        }

        Assert.Equal(FindingKind.Duplicated, Assert.Single(Judge()).Kind);
    }

    [Fact]
    public void The_same_seed_decides_the_same()
    {
        static string Decisions(int seed)
        {
            var plan = new ChaosPlan { Seed = seed };
            var source = new ArticleSource(plan);
            var faults = new FaultPlan(plan, "Blob of host 1") { IsOn = true };
            return string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"{source.Next().Kind} {faults.Next()}").Concat(Blow.Of(plan, Times).Select(blow => blow.ToString())));
        }

        Assert.Equal(Decisions(7), Decisions(7));
        Assert.NotEqual(Decisions(7), Decisions(8));
    }

    private IReadOnlyList<Finding> Judge() => [.. _ledger.Judge([], new HashSet<string>())];

    private void Subscribed(string key, DateTimeOffset added, params string[] languages)
    {
        var reader = new Reader { Key = key, Id = SubscriptionId.New(1), Added = added, IsSteady = true };
        reader.Wants(added, new Wish(languages, Place: null));
        _readers.Add(reader);
    }

    private void Dropped(string marker, DateTimeOffset at) => _ledger.Enter(new Dropped(DropKind.New, $"{marker}.json", marker, "en", "Port Ellery", []), "key", at);

    private void Received(string id, DateTimeOffset at, params string[] markers) =>
        _received.Add(new Received("morning", id, at, at, markers.ToHashSet(), Complaint: null));

    private void TheLedgerSays(string id, string state) => _watch.See(
        "host 1", new Exchange("PUT", $"/account/Deliveries(PartitionKey='morning',RowKey='{id}')", Encoding.UTF8.GetBytes($$"""{"State":"{{state}}"}"""), 204));
}
