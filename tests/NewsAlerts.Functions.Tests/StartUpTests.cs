using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Functions.Tests;

[Collection(nameof(Console))]
public sealed class StartUpTests : IDisposable
{
    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _said = new();

    public StartUpTests() => Console.SetError(_said);

    public void Dispose() => Console.SetError(_error);

    [Fact]
    public async Task A_configuration_that_is_wrong_is_said_plainly_key_by_key()
    {
        var exitCode = await StartUp.RunAsync(() => HostWith(services =>
        {
            services.AddOptions<First>().Validate(_ => false, "First:Key is missing.").ValidateOnStart();
            services.AddOptions<Second>().Validate(_ => false, "Second:Key is not a number.").ValidateOnStart();
        }));

        Assert.Equal(1, exitCode);
        Assert.Equal(["NewsAlerts cannot start: First:Key is missing.", "NewsAlerts cannot start: Second:Key is not a number."], Lines());
    }

    [Fact]
    public async Task A_missing_connection_is_said_too()
    {
        var exitCode = await StartUp.RunAsync(() => HostWith(services => services.AddFunctionsApp(new ConfigurationBuilder().Build())));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("NewsAlerts cannot start: No storage account is configured: Storage ", Assert.Single(Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_failure_is_left_to_the_runtime_to_show() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartUp.RunAsync(() => throw new InvalidOperationException("a bug")));

    private string[] Lines() => _said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static IHost HostWith(Action<IServiceCollection> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        configure(builder.Services);
        return builder.Build();
    }

    private sealed class First;

    private sealed class Second;
}
