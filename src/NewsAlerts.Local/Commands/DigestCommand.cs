using System.CommandLine;
using NewsAlerts.Digesting;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts digest</c>: a digest as its readers got it, as text.</summary>
internal sealed class DigestCommand : StoreCommand
{
    private readonly Argument<DigestId> _digest = DigestArgument.Create();
    private readonly Option<bool> _json = JsonOption();

    public DigestCommand(CommandContext context)
        : base(context, "digest", "Show a digest as text.", "digest d-00k3m5a7cq2zxw6b-20261123T073000Z")
    {
        Add(_digest);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var id = input.GetValue(_digest);
        var digest = await Get<IDigests>(stores).FindAsync(id, cancellationToken)
            ?? throw new CommandException($"There is no digest {id}. `newsalerts deliveries list` lists them; where nothing was pending, none was made.");
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, digest);
        }
        else
        {
            Screen.WriteRaw(DigestText.Of(digest));
        }

        return ExitCodes.Ok;
    }
}
