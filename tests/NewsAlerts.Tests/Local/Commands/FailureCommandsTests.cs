using Moq;
using NewsAlerts.Local.Commands;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class FailureCommandsTests : IDisposable
{
    private static readonly SummarizeRequest Request = new(GivenArticle.Of("The ferry sails on Tuesday.").Id);

    private readonly GivenCommandLine _given = new();
    private readonly List<DiscardedFailure> _discarded = [];

    public FailureCommandsTests() => _given.Failures
        .Setup(one => one.DiscardAsync(It.IsAny<DiscardedFailure>(), It.IsAny<CancellationToken>()))
        .Callback((DiscardedFailure one, CancellationToken _) => _discarded.Add(one));

    [Theory]
    [InlineData("failures")]
    [InlineData("failures", "list")]
    public async Task The_list_reads_only_what_it_shows(params string[] command)
    {
        var read = 0;
        _given.Failures.Setup(one => one.ListLatestAsync(Stages.Summarize, It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Range(0, 1_000).Select(_ =>
        {
            read++;
            return Failed();
        }));

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync([.. command, "--stage", "summarize", "--limit", "3"]));

        Assert.Equal(3, read);
        Assert.Contains($"summarize/{Request.Key}", _given.Out, StringComparison.Ordinal);
        Assert.Contains("Mend the cause.", _given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failures --limit 0", "--limit is '0'; expected a number from 1 to 100000.")]
    [InlineData("failures retry", "either their keys, as `newsalerts failures` shows them, or --stage STAGE, or --all.")]
    [InlineData("failures retry abcdef --all", "either their keys")]
    [InlineData("failures discard --stage ingest --all", "either their keys")]
    [InlineData("failures show abc", "'abc' is too short: give at least 4 characters")]
    public async Task What_cannot_be_asked_for_is_refused_with_the_rule(string arguments, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(arguments.Split(' ')));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_found_by_its_key_its_beginning_and_its_stage_and_told_from_others()
    {
        List(Failed(), Failed() with { Stage = Stages.Route, Key = Request.Key + "-00" });

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("failures", "show", Request.Key));
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("failures", "show", $"route/{Request.Key[..6]}"));
        Assert.Contains("It failed.", _given.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("failures", "show", Request.Key[..6]));
        Assert.Contains("Several failures are called", _given.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("failures", "show", "nothing-like-that"));
        Assert.Contains("No failure 'nothing-like-that' is listed.", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_announces_the_work_lists_it_as_failing_and_sends_it_in_that_order()
    {
        List(Failed());
        var order = new List<string>();
        _given.OpenWork.Setup(one => one.SaveAsync(It.Is<OpenItem>(item => item.Request == Request), It.IsAny<CancellationToken>())).Callback(() => order.Add("open"));
        _given.Failures.Setup(one => one.AddAsync(It.Is<Failure>(failure => failure.Reason == Failure.Failing && failure.Retried != null), It.IsAny<CancellationToken>())).Callback(() => order.Add("listed"));
        _given.WorkQueues.Setup(one => one.SendAsync(Request, TimeSpan.Zero, It.IsAny<CancellationToken>())).Callback(() => order.Add("sent"));

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("failures", "retry", Request.Key, Request.Key));

        Assert.Equal(["open", "listed", "sent"], order);
        Assert.Contains("is started again.", _given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("discard")]
    public async Task Many_at_once_are_not_touched_where_nobody_can_be_asked(string command)
    {
        List(Failed());

        Assert.Equal(ExitCodes.Usage, await _given.RunAsync("failures", command, "--all"));

        Assert.Contains("all failures, 1 of them? Add --yes", _given.Error, StringComparison.Ordinal);
        Assert.Empty(_discarded);
        _given.WorkQueues.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task What_is_discarded_is_written_down_with_who_when_and_why_and_what_mends_itself_is_not_discarded()
    {
        List(Failed(), Failed() with { Key = "failing", Reason = Failure.Failing });

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("failures", "discard", "--all", "--yes", "--reason", "Test files."));

        var discarded = Assert.Single(_discarded);
        Assert.Equal((Failed(), "Test files.", _given.Time.GetUtcNow()), (discarded.Failure, discarded.Because, discarded.At));
        Assert.Contains('@', discarded.By);
        Assert.Contains("failing is started again by itself", _given.Error, StringComparison.Ordinal);
        _given.OpenWork.VerifyNoOtherCalls();
    }

    public void Dispose() => _given.Dispose();

    private void List(params Failure[] failures)
    {
        _given.Failures.Setup(one => one.ListLatestAsync(null, It.IsAny<CancellationToken>())).Returns(failures.ToAsyncEnumerable());
        _given.Failures.Setup(one => one.FindAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string stage, string key, CancellationToken _) => failures.SingleOrDefault(one => (one.Stage, one.Key) == (stage, key)));
        _given.Failures.Setup(one => one.ListBeginningAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string stage, string prefix, CancellationToken _) => failures.Where(one => one.Stage == stage && one.Key.StartsWith(prefix, StringComparison.Ordinal)).ToAsyncEnumerable());
    }

    private static Failure Failed() => new()
    {
        Stage = Stages.Summarize,
        Key = Request.Key,
        Reason = "Stuck",
        Detail = "It failed.",
        Remedy = "Mend the cause.",
        Subject = Request.Subject,
        At = DateTimeOffset.UnixEpoch,
        Message = MessageJson.Write(Request),
    };
}
