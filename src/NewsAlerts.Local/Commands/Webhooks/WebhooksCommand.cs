using System.CommandLine;

namespace NewsAlerts.Local.Commands.Webhooks;

/// <summary><c>newsalerts webhooks</c>: for those who build and run receivers.</summary>
internal sealed class WebhooksCommand : Command
{
    public WebhooksCommand(CommandContext context)
        : base("webhooks", "Build and try receivers of webhooks.")
    {
        Add(new VerifyWebhookCommand(context));
        Add(new TestWebhookCommand(context));
    }
}
