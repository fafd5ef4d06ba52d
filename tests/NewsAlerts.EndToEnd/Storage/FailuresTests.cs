using Azure.Data.Tables;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class FailuresTests(EmulatorFixture emulators)
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task The_latest_come_first_of_one_stage_or_of_all_and_of_an_earlier_version_last()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var failures = host.Get<IFailures>();
        await host.Get<StorageClients>().Table(Tables.Failures).AddEntityAsync(Row("old", Noon.AddDays(1)));
        await AddAsync(failures, Stages.Ingest, "first", Noon);
        await AddAsync(failures, Stages.Route, "second", Noon.AddHours(1));
        await AddAsync(failures, Stages.Ingest, "third", Noon.AddHours(2));

        Assert.Equal(["third", "second", "first", "old"], await KeysAsync(failures, null));
        Assert.Equal(["third", "first", "old"], await KeysAsync(failures, Stages.Ingest));
    }

    [SkippableFact]
    public async Task A_failure_that_is_listed_again_keeps_its_time_and_one_that_is_removed_leaves_no_place()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var failures = host.Get<IFailures>();
        await AddAsync(failures, Stages.Ingest, "a", Noon);
        await AddAsync(failures, Stages.Ingest, "a", Noon.AddHours(5));

        Assert.Equal(Noon, Assert.Single(await failures.ListLatestAsync(null, CancellationToken.None).ToListAsync()).At);
        Assert.Equal(1, await host.CountRowsAsync(Tables.FailureLog));

        await failures.RemoveAsync(Stages.Ingest, "a", CancellationToken.None);
        await failures.RemoveAsync(Stages.Ingest, "a", CancellationToken.None);
        Assert.Equal(0, await host.CountRowsAsync(Tables.FailureLog));
    }

    [SkippableFact]
    public async Task What_is_listed_for_good_is_not_removed_as_failing()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var failures = host.Get<IFailures>();
        await AddAsync(failures, Stages.Route, "final", Noon);
        await failures.AddAsync(Failed(Stages.Route, "failing", Noon) with { Reason = Failure.Failing }, CancellationToken.None);

        foreach (var key in new[] { "final", "failing", "failing", "unknown" })
        {
            await failures.RemoveFailingAsync(Stages.Route, key, CancellationToken.None);
        }

        Assert.Equal(["final"], await KeysAsync(failures, null));
        Assert.Equal(1, await host.CountRowsAsync(Tables.FailureLog));
    }

    [SkippableFact]
    public async Task What_is_failing_is_found_by_its_mark_which_comes_and_goes_with_it()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var failures = host.Get<IFailures>();
        await AddAsync(failures, Stages.Ingest, "final", Noon);
        foreach (var key in new[] { "ends", "is-removed", "stays", "becomes-final" })
        {
            await failures.AddFailingAsync(Failing(key), CancellationToken.None);
            await failures.AddFailingAsync(Failing(key), CancellationToken.None);
        }

        await failures.RemoveFailingAsync(Stages.Route, "ends", CancellationToken.None);
        await failures.RemoveAsync(Stages.Route, "is-removed", CancellationToken.None);
        await AddAsync(failures, Stages.Route, "becomes-final", Noon);

        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(["stays"], await failures.ListFailingAsync(CancellationToken.None).Select(failure => failure.Key).ToListAsync());
        }

        Assert.Equal(["becomes-final", "final", "stays"], (await KeysAsync(failures, null)).Order());
        Assert.Equal(["becomes-final", "stays"], await failures.ListStageAsync(Stages.Route, CancellationToken.None).Select(failure => failure.Key).ToListAsync());
        Assert.Equal(4, await host.CountRowsAsync(Tables.Failures));
    }

    [SkippableFact]
    public async Task What_a_host_of_an_earlier_version_listed_as_failing_is_found_by_the_next_process_and_goes()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var row = Row("old", Noon);
        row["Reason"] = Failure.Failing;
        await host.Get<StorageClients>().Table(Tables.Failures).AddEntityAsync(row);
        var failures = host.Get<IFailures>();

        var found = Assert.Single(await failures.ListFailingAsync(CancellationToken.None).ToListAsync());
        await failures.RemoveFailingAsync(found.Stage, found.Key, CancellationToken.None);

        Assert.Equal(0, await host.CountRowsAsync(Tables.Failures));
    }

    [SkippableFact]
    public async Task What_is_listed_for_good_stays_so_for_a_sweep_that_read_before_and_begins_again_for_whoever_retries_it()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var failures = host.Get<IFailures>();
        await AddAsync(failures, Stages.Route, "a", Noon);

        await failures.AddFailingAsync(Failing("a"), CancellationToken.None);
        Assert.Equal("Malformed", (await failures.FindAsync(Stages.Route, "a", CancellationToken.None))!.Reason);

        await failures.AddAsync(Failing("a"), CancellationToken.None);
        Assert.Equal(Noon, Assert.Single(await failures.ListFailingAsync(CancellationToken.None).ToListAsync()).At);
    }

    [SkippableFact]
    public async Task Many_hosts_that_list_and_take_off_the_same_failure_leave_either_all_of_it_or_nothing()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var failures = host.Get<IFailures>();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => turn % 3 == 0
            ? failures.RemoveFailingAsync(Stages.Route, "a", CancellationToken.None)
            : failures.AddFailingAsync(Failing("a"), CancellationToken.None)));

        var listed = await failures.ListFailingAsync(CancellationToken.None).CountAsync();
        Assert.Equal(2 * listed, await host.CountRowsAsync(Tables.Failures));

        await failures.RemoveAsync(Stages.Route, "a", CancellationToken.None);
        Assert.Equal(0, await host.CountRowsAsync(Tables.Failures));
    }

    [SkippableFact]
    public async Task A_message_of_any_length_is_kept_as_it_was_sent()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var failures = host.Get<IFailures>();
        var message = string.Concat(Enumerable.Range(0, 8_000).Select(number => $"{number:d6}"))[..48_000];
        await failures.AddAsync(Failed(Stages.Summarize, "long", Noon) with { Message = message }, CancellationToken.None);

        Assert.Equal(message, (await failures.FindAsync(Stages.Summarize, "long", CancellationToken.None))!.Message);
    }

    [SkippableFact]
    public async Task What_is_discarded_is_off_the_list_and_kept_with_who_when_and_why_and_its_work_is_not_touched()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var failures = host.Get<IFailures>();
        await host.IngestAsync(await host.DropAsync("empty.txt", " "));
        var failure = Assert.Single(await failures.ListAsync(CancellationToken.None).ToListAsync());

        await failures.DiscardAsync(new DiscardedFailure(failure, "ines@desk", "The agency withdrew it.", Noon), CancellationToken.None);

        Assert.Empty(await KeysAsync(failures, null));
        Assert.Equal(new DiscardedFailure(failure, "ines@desk", "The agency withdrew it.", Noon), Assert.Single(await failures.ListDiscardedAsync(CancellationToken.None).ToListAsync()));
        Assert.Equal(2, (await host.ListBlobsAsync(Containers.Rejected)).Count);
    }

    [SkippableFact]
    public async Task An_account_of_an_earlier_version_lists_its_failures_and_gets_the_table_with_the_next_one()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        await host.Get<StorageClients>().Table(Tables.FailureLog).DeleteAsync();
        await host.Get<StorageClients>().Table(Tables.Failures).AddEntityAsync(Row("old", Noon));
        var failures = host.Get<IFailures>();
        Assert.Equal(["old"], await KeysAsync(failures, null));
        Assert.Empty(await failures.ListDiscardedAsync(CancellationToken.None).ToListAsync());

        await AddAsync(failures, Stages.Ingest, "new", Noon.AddHours(1));

        Assert.Equal(["new", "old"], await KeysAsync(failures, null));
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(IFailures failures, string? stage) =>
        await failures.ListLatestAsync(stage, CancellationToken.None).Select(failure => failure.Key).ToListAsync();

    private static Task AddAsync(IFailures failures, string stage, string key, DateTimeOffset at) => failures.AddAsync(Failed(stage, key, at), CancellationToken.None);

    private static TableEntity Row(string key, DateTimeOffset at) => new(Stages.Ingest, key)
    {
        ["Reason"] = "Malformed",
        ["Detail"] = "-",
        ["Remedy"] = "-",
        ["Subject"] = "old.json",
        ["At"] = at,
    };

    private static Failure Failing(string key) => Failed(Stages.Route, key, Noon.AddHours(5)) with { Reason = Failure.Failing };

    private static Failure Failed(string stage, string key, DateTimeOffset at) =>
        new() { Stage = stage, Key = key, Reason = "Malformed", Detail = "-", Remedy = "-", Subject = key, At = at };
}
