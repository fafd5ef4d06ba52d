using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>The language model, its limits and its price. Configuration section <c>OpenAI</c>. Without an endpoint and a key there is none.</summary>
public sealed class OpenAIOptions : IValidatableObject
{
    public const string Section = "OpenAI";

    /// <summary>Where OpenAI's own service is: what a key without an <see cref="Endpoint"/> is for.</summary>
    internal static readonly Uri OpenAIEndpoint = new("https://api.openai.com/v1");

    private static readonly string[] AzureHosts =
        [".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com", ".openai.azure.us", ".openai.azure.cn"];

    /// <summary>
    /// An Azure resource (https://NAME.openai.azure.com) or the base address of a compatible API (http://localhost:11434/v1). Default none:
    /// the model is off, or with an <see cref="ApiKey"/> is OpenAI's own. Plain http is for this machine only.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Which API the endpoint speaks; by default told by its host name.</summary>
    [EnumDataType(typeof(OpenAIKind))]
    public OpenAIKind Kind { get; set; } = OpenAIKind.Auto;

    /// <summary>The model's name, or with Azure its deployment's. Default gpt-4o-mini.</summary>
    [Required]
    [StringLength(100)]
    public string Model { get; set; } = "gpt-4o-mini";

    /// <summary>The key. Without one Azure is entered by identity, and a compatible endpoint with none. Default none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The client id of a user-assigned identity; without one the default identity. Azure without a key only. Default none.</summary>
    public string? ClientId { get; set; }

    /// <summary>Most tokens of one request's input; a longer article is condensed in parts. 1,000 to 1,000,000; default 12,000.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxInputTokens { get; set; } = 12_000;

    /// <summary>Most tokens of one answer, a reasoning model's thoughts included. 200 to 100,000; default 2,000.</summary>
    [Range(200, 100_000)]
    public int MaxOutputTokens { get; set; } = 2_000;

    /// <summary>How long one request may take. 0.1 seconds to 4 minutes; default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:04:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long all requests for one article may take, with their waits. 0.1 seconds to 4 minutes (Sweep starts an article again after five); default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:04:00")]
    public TimeSpan ArticleTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a request that failed in passing (busy, broken, timed out) is sent again. 0 to 5; default 2.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>The wait before the first of them, where the model does not say how long; doubles, with jitter. 1 ms to 10 seconds; default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that the model may ask for (Retry-After); where it asks for more it is not asked again. 0 to 2 minutes; default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:02:00")]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a model is left alone after half of its requests within a minute, eight at least, have failed. 0.5 seconds to 1 hour; default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "01:00:00")]
    public TimeSpan Rest { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The price of a million input tokens, in any currency. 0 to 10,000; default 0: money is not counted.</summary>
    [Range(0d, 10_000d)]
    public decimal InputPrice { get; set; }

    /// <summary>The price of a million output tokens, in the same currency. 0 to 10,000; default 0.</summary>
    [Range(0d, 10_000d)]
    public decimal OutputPrice { get; set; }

    /// <summary>Most tokens a day (UTC) of all instances together. 1,000 to 1,000,000,000,000; default 5,000,000.</summary>
    [Range(1_000L, 1_000_000_000_000L)]
    public long DailyTokens { get; set; } = 5_000_000;

    /// <summary>Most money a day (UTC) of all instances together, in the currency of the prices. 0 to 1,000,000; default 5.</summary>
    [Range(0d, 1_000_000d)]
    public decimal DailyBudget { get; set; } = 5m;

    /// <summary>Most tokens for one article, all its requests together. 1,000 to 10,000,000; default 200,000.</summary>
    [Range(1_000L, 10_000_000L)]
    public long ArticleTokens { get; set; } = 200_000;

    /// <summary>Most money for one article, in the currency of the prices. 0 to 1,000; default 0.5.</summary>
    [Range(0d, 1_000d)]
    public decimal ArticleBudget { get; set; } = 0.5m;

    internal bool IsConfigured => Endpoint is not null || !string.IsNullOrEmpty(ApiKey);

    internal bool IsAzure => Kind switch
    {
        OpenAIKind.Auto => Endpoint is { } endpoint && IsAzureHost(endpoint.Host),
        var kind => kind is OpenAIKind.Azure,
    };

    internal ModelCost Daily => new(DailyTokens, Millionths(DailyBudget));

    internal ModelCost PerArticle => new(ArticleTokens, Millionths(ArticleBudget));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && !IsSafe(Endpoint))
        {
            yield return new ValidationResult(
                $"{Section}__{nameof(Endpoint)} must be an https address without user name, query or fragment, or an http one on this machine.", [nameof(Endpoint)]);
        }

        if (Kind is OpenAIKind.Azure && Endpoint is null)
        {
            yield return new ValidationResult($"{Section}__{nameof(Endpoint)} must be given where {Section}__{nameof(Kind)} is Azure.", [nameof(Endpoint)]);
        }

        if (ApiKey?.Any(c => char.IsControl(c) || c > '~') is true)
        {
            // The value is not repeated.
            yield return new ValidationResult($"{Section}__{nameof(ApiKey)} holds a character that no key has, such as a line break.", [nameof(ApiKey)]);
        }
    }

    /// <summary>What tokens cost, rounded up: a budget is never passed by rounding.</summary>
    internal ModelCost Cost(long inputTokens, long outputTokens) =>
        new(inputTokens + outputTokens, (long)decimal.Ceiling((inputTokens * InputPrice) + (outputTokens * OutputPrice)));

    private static long Millionths(decimal money) => (long)(money * 1_000_000m);

    private static bool IsSafe(Uri endpoint) =>
        endpoint is { IsAbsoluteUri: true, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback));

    private static bool IsAzureHost(string host) =>
        AzureHosts.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Which API an endpoint speaks.</summary>
public enum OpenAIKind
{
    /// <summary>Azure's where the host name is one of Azure's, otherwise OpenAI's.</summary>
    Auto,

    /// <summary>Azure's: deployments, an api-key header or a token.</summary>
    Azure,

    /// <summary>OpenAI's, which many model servers speak.</summary>
    Compatible,
}

[OptionsValidator]
internal sealed partial class OpenAIOptionsValidator : IValidateOptions<OpenAIOptions>;
