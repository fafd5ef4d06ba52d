using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Webhooks;

/// <summary>Where a secret is read from: never the command line, which others on the machine can see and shells remember.</summary>
internal sealed class SecretSource
{
    public const string UsualVariable = "NEWSALERTS_WEBHOOK_SECRET";

    private const int LongestFile = 4_096;

    private readonly Option<string> _variable = new("--secret-env")
    {
        Description = "The environment variable that holds the secret.",
        HelpName = "NAME",
        DefaultValueFactory = _ => UsualVariable,
    };

    private readonly Option<string?> _file = new("--secret-file") { Description = "The file that holds the secret, instead.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Add(_variable);
        command.Add(_file);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_file) is not null && result.GetResult(_variable) is { Implicit: false })
            {
                result.AddError("The secret comes from one place: give either --secret-env or --secret-file.");
            }
        });
    }

    /// <exception cref="CommandException">There is none there; the message never repeats what is there instead.</exception>
    public WebhookSecret Read(ParseResult input)
    {
        var (text, place) = input.GetValue(_file) is { } file
            ? (ReadFile(file), $"The file '{file}'")
            : (Environment.GetEnvironmentVariable(input.GetValue(_variable)!), $"The environment variable {input.GetValue(_variable)}");
        return string.IsNullOrWhiteSpace(text)
            ? throw new CommandException($"{place} is not set or empty. Put the webhook's secret there, whsec_…: `subscriptions add` and `subscriptions rotate-secret` show it.")
            : WebhookSecret.TryParse(text.Trim(), null, out var secret)
                ? secret
                : throw new CommandException($"{place} holds no webhook secret: expected whsec_ followed by the base64 of 24 to 64 bytes.");
    }

    private static string ReadFile(string path)
    {
        using var reader = File.OpenText(path);
        var text = new char[LongestFile];
        return new string(text, 0, reader.ReadBlock(text));
    }
}
