using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Functions.Tests.Given;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NewsAlerts.Functions.Tests;

public class TelemetryTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://localhost:1/";

    [Fact]
    public void Without_a_place_to_send_it_to_nothing_is_collected()
    {
        using var services = Services();

        Assert.Null(services.GetService<TracerProvider>());
        Assert.Null(services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData(AppTelemetry.Insights, Connection)]
    [InlineData(AppTelemetry.Otlp, "http://127.0.0.1:1")]
    public void Either_place_is_enough(string setting, string value)
    {
        using var services = Services((setting, value));

        Assert.NotNull(services.GetService<TracerProvider>());
        Assert.NotNull(services.GetService<MeterProvider>());
    }

    [Fact]
    public void Application_Insights_is_signed_in_to_with_the_identity_that_the_host_uses()
    {
        using var services = Services((AppTelemetry.Insights, Connection), (AppTelemetry.InsightsSignIn, "ClientId=11111111-1111-1111-1111-111111111111;Authorization=AAD"));

        Assert.IsType<ManagedIdentityCredential>(services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value.Credential);
    }

    [Theory]
    [InlineData("", "", null, 1.0)]
    [InlineData("microsoft.fixed_percentage", "0.25", null, 0.25)]
    [InlineData("microsoft.rate_limited", "2", 2.0, null)]
    public void Every_trace_is_kept_unless_a_sampler_is_named(string sampler, string argument, double? tracesPerSecond, double? ratio)
    {
        using var services = Services((AppTelemetry.Insights, Connection), (AppTelemetry.Sampler, sampler), (AppTelemetry.Sampler + "_ARG", argument));

        var options = services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;

        Assert.Equal(tracesPerSecond, options.TracesPerSecond);
        Assert.True(ratio is null || ratio == options.SamplingRatio, $"The ratio is {options.SamplingRatio}.");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("ClientId=x", null)]
    [InlineData("Authorization=AAD", typeof(DefaultAzureCredential))]
    [InlineData("authorization=aad; clientid=x", typeof(ManagedIdentityCredential))]
    public void The_sign_in_is_read_as_the_host_reads_it(string? text, Type? credential) => Assert.Equal(credential, AppTelemetry.SignIn(text)?.GetType());

    [Fact]
    public void The_host_speaks_OpenTelemetry_too() => Assert.Equal("OpenTelemetry", Documents.ReadJson("host.json")["telemetryMode"]);

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddAppTelemetry(configuration)
            .BuildServiceProvider();
    }
}
