using System.CommandLine;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions</c>: who gets what, when and how.</summary>
internal sealed class SubscriptionsCommand : Command
{
    public SubscriptionsCommand(CommandContext context)
        : base("subscriptions", "Say who gets briefings, when and how.")
    {
        Add(new AddSubscriptionCommand(context));
        Add(new ListSubscriptionsCommand(context));
        Add(new ShowSubscriptionCommand(context));
        Add(new ConfirmSubscriptionCommand(context));
        Add(new EditSubscriptionCommand(context));
        Add(new PauseCommand(context));
        Add(new ResumeCommand(context));
        Add(new SendNowCommand(context));
        Add(new DisableSubscriptionCommand(context));
        Add(new EnableSubscriptionCommand(context));
        Add(new RotateSecretCommand(context));
        Add(new RemoveSubscriptionCommand(context));
    }
}
