using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Functions.Tests.Given;

namespace NewsAlerts.Functions.Tests;

public sealed class ServicesTests : IDisposable
{
    private readonly ServiceProvider _services = Services(new() { ["Storage"] = "UseDevelopmentStorage=true" });

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(App.Names), MemberType = typeof(App))]
    public void Every_function_can_be_made_from_the_registered_services(string name)
    {
        using var scope = _services.CreateScope();

        Assert.NotNull(ActivatorUtilities.CreateInstance(scope.ServiceProvider, App.Function(name).Type));
    }

    [Fact]
    public void The_worker_binds_messages_with_the_strict_serializer() =>
        Assert.Same(FunctionsApp.MessageSerializer, _services.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer);

    [Fact]
    public void A_connection_by_identity_is_enough()
    {
        using var services = Services(new()
        {
            ["Storage:blobServiceUri"] = "https://account.blob.core.windows.net",
            ["Storage:queueServiceUri"] = "https://account.queue.core.windows.net",
            ["Storage:tableServiceUri"] = "https://account.table.core.windows.net",
        });

        Assert.All(App.Functions, function => ActivatorUtilities.CreateInstance(services, function.Type));
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddFunctionsApp(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
