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
    private const string Meanwhile = "Meanwhile the embedded summariser does it.";

    private const string BudgetRemedy = "Once it is used up, the embedded summariser does it until midnight UTC. OpenAI__DailyTokens and OpenAI__DailyBudget set it.";

    /// <summary>A day is mostly over when this much of its budget is used.</summary>
    private const double Nearly = 0.9;

    /// <summary>The least that makes a summary: three sentences.</summary>
    private const string Sample = """
        Ferry returns to Port Ellery

        The ferry Sandpiper returned to Port Ellery on Monday after repairs that took six weeks. Harbour master Ines Calloway said it carried 214 passengers on its
        first crossing. The next one leaves on Tuesday at noon.
        """;

    /// <param name="services">The installation.</param>
    /// <param name="ask">Whether to have it summarise three sentences, beside the look at its settings.</param>
    public static IEnumerable<Examination> Of(IServiceProvider services, bool ask)
    {
        yield return Examination.Of(
            Check,
            async stop => await services.GetRequiredService<ModelProbe>().ReadAsync(stop) is { } state ? Look(state) : Finding.Ok(Check, "none is configured here: the embedded summariser does it"),
            "What it cost today is read from storage: check that.");
        if (ask)
        {
            yield return new Examination(Check, stop => AskAsync(services, stop), $"Where storage is well, the model takes too long. {RemedyOf(ModelFailure.TimedOut)} {Meanwhile}");
        }
    }

    private static Finding Look(ModelState state)
    {
        var entry = state.HasKey ? "with a key" : state.ByIdentity ? "by identity" : "without a key";
        var money = state.CountsMoney ? string.Create(CultureInfo.InvariantCulture, $", {state.Spent.Money / 1e6:0.00} of {state.Daily.Money / 1e6:0.00} spent") : "";
        var seen = $"{state.Model} at {state.Host}, {entry}; today {Wording.Number(state.Spent.Tokens)} of {Wording.Number(state.Daily.Tokens)} tokens{money}";
        return state.Used >= Nearly
            ? Finding.Warning(Check, seen, BudgetRemedy)
            : Finding.Ok(Check, seen);
    }

    private static async Task<IReadOnlyList<Finding>> AskAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetServices<IModelSummarizer>().FirstOrDefault(model => model.IsConfigured) is not { } summarizer)
        {
            return [];
        }

        var head = new OriginalHead("doctor.txt", ETag: "", Sample.Length, ContentType: null, DateTimeOffset.UnixEpoch);
        var entries = (ReadOutcome.Entries)services.GetRequiredService<IOriginalReader>().Read(head, System.Text.Encoding.UTF8.GetBytes(Sample), cancellationToken);
        var article = ((ComposeOutcome.Composed)services.GetRequiredService<ArticleComposer>().Compose(head, entries.All[0], null)).Article;
        return await summarizer.SummarizeAsync(article, cancellationToken) switch
        {
            ModelOutcome.Made(var summary) => [Finding.Ok(Check, $"summarised three sentences: {Wording.Count(summary.KeyPoints.Count, "key point")}, each with its evidence")],

            // As it is meant to be, and nobody was asked.
            ModelOutcome.NotMade(ModelFailure.OverBudget) => [Finding.Warning(Check, $"was not asked: {ModelFailureReason.Of(ModelFailure.OverBudget)}", RemedyOf(ModelFailure.OverBudget))],
            ModelOutcome.NotMade(var why) => [Finding.Problem(Check, $"made no summary of three sentences: {ModelFailureReason.Of(why)}", $"{RemedyOf(why)} {Meanwhile}")],
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    private static string RemedyOf(ModelFailure failure) => failure switch
    {
        ModelFailure.Unreachable => "Check OpenAI__Endpoint, and that this machine may connect to it.",
        ModelFailure.Denied => "Check OpenAI__ApiKey; with Azure and no key, that this identity has the role Cognitive Services OpenAI User.",
        ModelFailure.NotFound => "Check OpenAI__Model, with Azure its deployment's name, and OpenAI__Endpoint, which for a compatible API ends where /chat/completions would follow.",
        ModelFailure.Unpaid => "Add credit to the account that the key belongs to.",
        ModelFailure.Busy => "Raise the account's quota of requests and tokens a minute, or try again later.",
        ModelFailure.TimedOut => "Try again; where it is always slow, OpenAI__Timeout sets how long a request may take, OpenAI__ArticleTimeout all that an article needs.",
        ModelFailure.OverBudget => BudgetRemedy,
        ModelFailure.ArticleTooDear => "Raise OpenAI__ArticleTokens or OpenAI__ArticleBudget, or lower OpenAI__MaxOutputTokens.",
        ModelFailure.OffSchema => "Choose an OpenAI__Model that answers in a given JSON schema, or raise OpenAI__MaxOutputTokens.",
        _ => "Check OpenAI__Endpoint, OpenAI__Kind and OpenAI__Model; the model server's own log may say more.",
    };
}
