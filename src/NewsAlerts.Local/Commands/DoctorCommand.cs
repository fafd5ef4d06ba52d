using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Diagnosing;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts doctor</c>: looks at all that an installation needs, and says what is wrong and what to do.</summary>
internal sealed class DoctorCommand : NewsAlertsCommand
{
    private readonly Option<bool> _model = new("--model") { Description = "Also have the model summarise three sentences, which costs a request or two." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON for programs (docs/commands.md has its shape)." };

    public DoctorCommand(CommandContext context)
        : base(
            context,
            "doctor",
            "Look at all that an installation needs: storage, mail, model, pages, webhooks, clock, keys, configuration, and what waits or failed. Sends no mail, and "
            + "leaves nothing behind. Settings are those that this command sees, which in Azure are not the Functions app's. Ends with 1 where there is a problem.",
            "doctor",
            "doctor --model",
            "doctor --storage https://account.blob.core.windows.net --json")
    {
        Add(_model);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var (services, away) = await OpenAsync(Context.WorkplaceOf(input), cancellationToken);
        await using var _ = services;
        List<Examination> examinations = [ConfigurationExamination.Of(services)];
        if (away is null)
        {
            examinations.AddRange([.. StorageExamination.Of(services), BacklogExamination.Of(services), .. ModelExamination.Of(services, input.GetValue(_model))]);
        }

        examinations.AddRange(ReachExamination.Of(services));
        var looks = await Task.WhenAll(examinations.Select(one => one.RunAsync(Context.Time, cancellationToken)));
        List<Finding> findings = [.. looks.SelectMany(look => look)];
        if (away is not null)
        {
            findings.Insert(0, Finding.Problem("storage", ErrorSentence.Of(away), "Until there is one, nothing that lies in it can be looked at."));
        }

        Print(findings, input.GetValue(_json));
        return findings.Any(finding => finding.Verdict is Verdict.Problem) ? ExitCodes.Failed : ExitCodes.Ok;
    }

    /// <summary>Without a storage account there is still a configuration to be looked at.</summary>
    private async Task<(ServiceProvider Services, Exception? Away)> OpenAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        try
        {
            return (await Context.OpenAsync(workplace, cancellationToken), null);
        }
        catch (Exception ex) when (ex is CommandException or StorageConfigurationException)
        {
            var anywhere = workplace with { Storage = "UseDevelopmentStorage=true" };
            return (await Context.OpenAsync(anywhere, cancellationToken), ex);
        }
    }

    private void Print(IReadOnlyList<Finding> findings, bool json)
    {
        var worst = findings.Max(finding => finding.Verdict);
        if (json)
        {
            OutputJson.Write(Screen, new DoctorJson(worst, findings));
            return;
        }

        Screen.Out.Write(DoctorView.Of(findings, Screen.IsLive));
        if (Screen.IsLive)
        {
            Screen.Out.WriteLine();
        }

        string[] counts = [Count(findings, Verdict.Problem, "problem"), Count(findings, Verdict.Warning, "warning")];
        Screen.Error.MarkupLine($"{DoctorView.Mark(worst)} {(worst is Verdict.Ok ? "All is well" : string.Join(", ", counts.Where(count => count.Length > 0)))}.");
    }

    private static string Count(IReadOnlyList<Finding> findings, Verdict verdict, string word) =>
        findings.Count(finding => finding.Verdict == verdict) is > 0 and var count ? Wording.Count(count, word) : "";
}
