using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class SummarizingServicesTests
{
    [Fact]
    public void Without_configuration_the_embedded_summariser_does_the_job()
    {
        using var services = Services();

        Assert.IsType<EmbeddedSummarizer>(services.GetRequiredService<ISummarizer>());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    public void A_number_of_key_points_that_no_summary_can_have_stops_the_start_by_name(string keyPoints)
    {
        using var services = Services(("Summarize:KeyPoints", keyPoints));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("KeyPoints", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddSummarizing(configuration).BuildServiceProvider();
    }
}
