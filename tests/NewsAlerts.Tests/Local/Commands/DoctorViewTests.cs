using Azure;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Diagnosing;
using Spectre.Console.Testing;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class DoctorViewTests
{
    private static readonly Finding[] Findings =
    [
        Finding.Ok("configuration", "15 sections"),
        Finding.Problem("blobs", "The storage account does not answer.", "Check the network."),
        Finding.Problem("queues", "The storage account does not answer.", "Check the network."),
        Finding.Warning("clock", "9 s ahead", "Set it by NTP."),
    ];

    [Fact]
    public void On_a_screen_a_remedy_has_a_line_of_its_own_and_one_cause_is_told_once() =>
        Assert.Equal(
            """
            ✓ configuration  15 sections
            ✗ blobs          The storage account does not answer.
                             → Check the network.
            ✗ queues         as with blobs
            ! clock          9 s ahead
                             → Set it by NTP.
            """.ReplaceLineEndings("\n"),
            Render(isLive: true));

    [Fact]
    public void In_a_pipe_each_finding_is_a_line_and_complete() =>
        Assert.Equal(
            """
            ✓ configuration  15 sections
            ✗ blobs          The storage account does not answer.  Check the network.
            ✗ queues         The storage account does not answer.  Check the network.
            ! clock          9 s ahead  Set it by NTP.
            """.ReplaceLineEndings("\n"),
            Render(isLive: false));

    [Theory]
    [InlineData(403, "The storage account refuses this user (AuthorizationFailure).")]
    [InlineData(0, "The storage account does not answer.")]
    public async Task What_a_look_throws_is_told_without_a_remedy_that_its_own_would_repeat(int status, string seen)
    {
        var thrown = new RequestFailedException(status, "No.", "AuthorizationFailure", null);
        var look = Examination.Of("blobs", _ => throw (status == 0 ? new AggregateException(thrown, thrown) : thrown), "Check --storage.");

        Assert.Equal(Finding.Problem("blobs", seen, "Check --storage."), Assert.Single(await look.RunAsync(TimeProvider.System, CancellationToken.None)));
    }

    private static string Render(bool isLive)
    {
        using var console = new TestConsole().Width(120);
        console.Write(DoctorView.Of(Findings, isLive));
        return string.Join('\n', console.Lines.Select(line => line.TrimEnd()));
    }
}
