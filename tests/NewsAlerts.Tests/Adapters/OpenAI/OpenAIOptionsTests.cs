using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.OpenAI;

namespace NewsAlerts.Tests.Adapters.OpenAI;

public sealed class OpenAIOptionsTests
{
    [Theory]
    [InlineData("Endpoint", "http://models.example/v1")]
    [InlineData("Endpoint", "https://user:word@models.example/v1")]
    [InlineData("Endpoint", "models.example")]
    [InlineData("Kind", "Azure")]
    [InlineData("ApiKey", "sk-1\n")]
    [InlineData("MaxInputTokens", "10")]
    [InlineData("Timeout", "00:10:00")]
    [InlineData("InputPrice", "-1")]
    [InlineData("DailyTokens", "0")]
    [InlineData("Deployment", "gpt")]
    public void A_value_that_cannot_work_stops_the_start_by_name(string key, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Start((key, value)));

        Assert.Contains(key == "Kind" ? "OpenAI__Endpoint" : $"OpenAI__{key}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://desk.openai.azure.com", true)]
    [InlineData("https://desk.cognitiveservices.azure.com/", true)]
    [InlineData("https://desk.services.ai.azure.com/", true)]
    [InlineData("https://api.openai.com/v1", false)]
    [InlineData("https://openai.azure.com.evil.example", false)]
    [InlineData("http://localhost:11434/v1", false)]
    public void The_kind_is_told_by_the_host_name(string endpoint, bool isAzure) =>
        Assert.Equal(isAzure, Start(("Endpoint", endpoint)).IsAzure);

    [Fact]
    public void Without_an_endpoint_and_a_key_there_is_no_model()
    {
        Assert.False(Start().IsConfigured);
        Assert.True(Start(("ApiKey", "sk-1")).IsConfigured);
        Assert.True(Start(("Endpoint", "http://localhost:11434/v1")).IsConfigured);
    }

    private static OpenAIOptions Start(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"OpenAI:{setting.Key}", (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddOpenAI(configuration).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<IOptions<OpenAIOptions>>().Value;
    }
}
