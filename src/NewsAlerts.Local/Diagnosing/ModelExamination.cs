using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Local.Diagnosing;

/// <summary>Looks at the model's settings and what it cost today; asks it only where that is wanted, since asking costs money.</summary>
internal static class ModelExamination
{
    private const string Check = "model";
    private const string Remedy = "Check OpenAI__Endpoint, OpenAI__Model and OpenAI__ApiKey. Meanwhile the embedded summariser does it.";

    /// <summary>A day is mostly over when this much of its budget is used.</summary>
    private const double Nearly = 0.9;

    /// <summary>The least that makes a summary: three sentences.</summary>
    private const string Sample = """
        Ferry returns to Port Ellery

        The ferry Sandpiper returned to Port Ellery on Monday after repairs that took six weeks. Harbour master Ines Calloway said it carried 214 passengers on its
        first crossing. The next one leaves on Tuesday at noon.
        """;

    /// <param name="services">The installation.</param>
    /// <param name="ask">Whether to have it summarise three sentences.</param>
    public static Examination Of(IServiceProvider services, bool ask) => new(Check, async stop =>
    {
        var state = await services.GetRequiredService<ModelProbe>().ReadAsync(stop);
        return state is null ? [Finding.Ok(Check, "none is configured here: the embedded summariser does it")]
            : ask ? [Look(state), await AskAsync(services, stop)]
            : [Look(state)];
    }, Remedy);

    private static Finding Look(ModelState state)
    {
        var entry = state.HasKey ? "with a key" : state.ByIdentity ? "by identity" : "without a key";
        var money = state.CountsMoney ? string.Create(CultureInfo.InvariantCulture, $", {state.Spent.Money / 1e6:0.00} of {state.Daily.Money / 1e6:0.00} spent") : "";
        var seen = $"{state.Model} at {state.Host}, {entry}; today {Wording.Number(state.Spent.Tokens)} of {Wording.Number(state.Daily.Tokens)} tokens{money}";
        return state.Used >= Nearly
            ? Finding.Warning(Check, seen, "The day's budget is all but used up: until midnight UTC the embedded summariser does it. OpenAI__DailyTokens and OpenAI__DailyBudget set it.")
            : Finding.Ok(Check, seen);
    }

    private static async Task<Finding> AskAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var head = new OriginalHead("doctor.txt", ETag: "", Sample.Length, ContentType: null, DateTimeOffset.UnixEpoch);
        var entries = (ReadOutcome.Entries)services.GetRequiredService<IOriginalReader>().Read(head, System.Text.Encoding.UTF8.GetBytes(Sample), cancellationToken);
        var article = ((ComposeOutcome.Composed)services.GetRequiredService<ArticleComposer>().Compose(head, entries.All[0], null)).Article;
        return await services.GetServices<IModelSummarizer>().First(model => model.IsConfigured).SummarizeAsync(article, cancellationToken) switch
        {
            ModelOutcome.Made(var summary) => Finding.Ok(Check, $"summarised three sentences: {Wording.Count(summary.KeyPoints.Count, "key point")}, each with its evidence"),
            ModelOutcome.NotMade(var why) => Finding.Problem(Check, $"made no summary of three sentences: {why}", Remedy),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }
}
