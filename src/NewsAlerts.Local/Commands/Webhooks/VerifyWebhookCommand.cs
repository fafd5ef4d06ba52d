using System.CommandLine;
using System.Globalization;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Webhooks;

/// <summary><c>newsalerts webhooks verify</c>: holds a request to its signature. No storage, no network.</summary>
internal sealed class VerifyWebhookCommand : NewsAlertsCommand
{
    private const string StandardInput = "-";
    private const int MostBytes = 64 * 1_024 * 1_024;

    private readonly Option<string> _body = new("--body")
    {
        Description = "The request's body, byte for byte as it came; - for standard input, which is the default.",
        HelpName = "FILE",
        DefaultValueFactory = _ => StandardInput,
    };

    private readonly Option<string?> _id = new("--id") { Description = "The header webhook-id.", HelpName = "VALUE" };
    private readonly Option<string?> _timestamp = new("--timestamp") { Description = "The header webhook-timestamp.", HelpName = "VALUE" };
    private readonly Option<string?> _signature = new("--signature") { Description = "The header webhook-signature.", HelpName = "VALUE" };
    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = "When the request came, RFC 3339, for one that was recorded. Default: now.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return at;
            }

            result.AddError($"--at is '{given}'; expected a time such as 2026-11-23T07:30:00Z.");
            return null;
        },
    };

    private readonly SecretSource _secret = new();

    public VerifyWebhookCommand(CommandContext context)
        : base(
            context,
            "verify",
            "Say whether a request that a receiver got is genuine, or exactly what is wrong. The exit code is 0 or 1.",
            "webhooks verify --body body.json --id d-00k3m5a7cq2zxw6b-20261123T073000Z --timestamp 1795419000 --signature \"v1,…\"",
            "webhooks verify --secret-file secret.txt --at 2026-11-23T07:30:00Z --body body.json --id d-00k3m5a7cq2zxw6b-20261123T073000Z --timestamp 1795419000 --signature \"v1,… v1,…\"")
    {
        Add(_body);
        Add(_id);
        Add(_timestamp);
        Add(_signature);
        Add(_at);
        _secret.AddTo(this);
    }

    public override bool UsesStorage => false;

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var secret = _secret.Read(input);
        var body = await ReadAsync(input.GetValue(_body)!, cancellationToken);
        var check = new WebhookCheck(input.GetValue(_id), input.GetValue(_timestamp), input.GetValue(_signature));
        var complaints = check.Complaints(secret, body, input.GetValue(_at) ?? Context.Time.GetUtcNow());
        foreach (var complaint in complaints)
        {
            Screen.Out.MarkupLine($"{Palette.Failed} {Palette.Plain(complaint)}");
        }

        if (complaints.Count > 0)
        {
            return ExitCodes.Failed;
        }

        Screen.Out.MarkupLine($"{Palette.Done} Genuine: signed with this secret, {Wording.Number(body.Length)} bytes.");
        return ExitCodes.Ok;
    }

    private async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var input = path == StandardInput ? Context.Input() : File.OpenRead(path);
        var body = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MostBytes)
            {
                throw new CommandException($"The body has more than {MostBytes:N0} bytes: no webhook of NewsAlerts is that long.");
            }
        }

        return body.ToArray();
    }
}
