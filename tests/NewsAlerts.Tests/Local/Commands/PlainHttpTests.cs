using Moq;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class PlainHttpTests : IDisposable
{
    private readonly GivenCommandLine _given = new();

    public static TheoryData<string, string[]> ByHttp => new()
    {
        { "--webhook", ["--webhook", "http://example.org/hook"] },
        { "--slack", ["--slack", "http://localhost:5080/token"] },
        { "--notice-to", ["--email", "me@example.org", "--notice-to", "http://example.org/hook"] },
    };

    [Theory]
    [MemberData(nameof(ByHttp))]
    public async Task What_could_never_be_posted_to_is_refused_at_once_with_the_setting_that_allows_it(string option, string[] arguments)
    {
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync(["subscriptions", "add", "--name", "Site", .. arguments]));

        Assert.Equal($"✗ {option} must be https. Webhooks__AllowInsecure=true allows http, for development.", _given.Error.Trim());
        _given.Subscriptions.Verify(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Theory]
    [MemberData(nameof(ByHttp))]
    public async Task That_setting_allows_it(string option, string[] arguments)
    {
        _given.Settings["Webhooks:AllowInsecure"] = "true";

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync(["subscriptions", "add", "--name", "Site", .. arguments]));

        Assert.Contains("http://", arguments[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(option, _given.Error, StringComparison.Ordinal);
        _given.Subscriptions.Verify(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    public void Dispose() => _given.Dispose();
}
