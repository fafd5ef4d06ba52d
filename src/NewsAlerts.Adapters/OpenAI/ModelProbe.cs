using Microsoft.Extensions.Options;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>Says how the model is configured and what it cost today. Asks it nothing.</summary>
public sealed class ModelProbe(IOptions<OpenAIOptions> options, IModelSpend spend, TimeProvider time)
{
    /// <summary>Null where no model is configured.</summary>
    public async Task<ModelState?> ReadAsync(CancellationToken cancellationToken)
    {
        var model = options.Value;
        if (!model.IsConfigured)
        {
            return null;
        }

        var spent = await spend.ReadAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
        return new ModelState(
            model.Model,
            (model.Endpoint ?? OpenAIOptions.OpenAIEndpoint).GetLeftPart(UriPartial.Authority),
            HasKey: !string.IsNullOrEmpty(model.ApiKey),
            ByIdentity: model.IsAzure && string.IsNullOrEmpty(model.ApiKey),
            spent,
            model.Daily,
            CountsMoney: model.InputPrice > 0 || model.OutputPrice > 0);
    }
}

/// <summary>How the model stands.</summary>
/// <param name="Model">Its name, or its deployment's.</param>
/// <param name="Host">Where it is.</param>
/// <param name="HasKey">Whether a key is configured; never which.</param>
/// <param name="ByIdentity">Whether it is entered by the identity of whoever runs this.</param>
/// <param name="Spent">What it cost today (UTC), what is set aside for requests under way included.</param>
/// <param name="Daily">What it may.</param>
/// <param name="CountsMoney">Whether prices are configured; without them only tokens count.</param>
public sealed record ModelState(string Model, string Host, bool HasKey, bool ByIdentity, ModelCost Spent, ModelCost Daily, bool CountsMoney)
{
    /// <summary>The share of the day's budget that is used up, 0 to 1 and, by rounding of requests under way, never more than a little above.</summary>
    public double Used => Math.Max((double)Spent.Tokens / Daily.Tokens, !CountsMoney ? 0 : Daily.Money == 0 ? 1 : (double)Spent.Money / Daily.Money);
}
