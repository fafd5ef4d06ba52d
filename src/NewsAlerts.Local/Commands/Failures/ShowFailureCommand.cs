using System.CommandLine;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Failures;

/// <summary><c>newsalerts failures show</c>: one failure, whole.</summary>
internal sealed class ShowFailureCommand : StoreCommand
{
    private readonly Argument<string> _key = new("KEY") { Description = "A failure's key or the beginning of one, with its stage before it or without: ingest/vsmainyqzn." };
    private readonly Option<bool> _json = JsonOption();

    public ShowFailureCommand(CommandContext context)
        : base(
            context,
            "show",
            "Show a failure: what failed, why, since when, the message that would start it again, and how to mend it.",
            "failures show ingest/vsmainyqzn",
            "failures show deliver/d-00k3m5a7cq2zxw6b-20261123T073000Z --json")
    {
        Add(_key);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var failure = await FailureSelection.FindAsync(input.GetValue(_key)!, Get<IFailures>(stores), cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, FailureView.Json(failure) with { Message = failure.Message });
            return ExitCodes.Ok;
        }

        Screen.Out.MarkupLine($"{FailureView.Mark(failure)} {Palette.Heading(failure.Subject)}  {Palette.Plain(failure.Reason)}");
        var facts = Facts.Create();
        void Row(string label, string? text) => _ = text is null ? facts : facts.Fact(Palette.Quiet(label), Palette.Plain(text));
        Row("stage", failure.Stage);
        Row("key", FailureView.Name(failure));
        Row("since", Context.Time.Local(failure.At));
        Row("why", failure.Detail);
        Row("to mend it", failure.Remedy);
        Row("retried", failure.Retried is { } retried ? Context.Time.Local(retried) : null);
        Row("message", failure.Message is { } message ? Wording.Cut(message.ReplaceLineEndings(" "), 400) : null);
        Screen.Out.Write(facts);
        return ExitCodes.Ok;
    }
}
