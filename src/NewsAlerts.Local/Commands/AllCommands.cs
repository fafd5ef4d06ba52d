using NewsAlerts.Local.Commands.Completion;
using NewsAlerts.Local.Commands.Deliveries;
using NewsAlerts.Local.Commands.Failures;
using NewsAlerts.Local.Commands.Replaying;
using NewsAlerts.Local.Commands.Rules;
using NewsAlerts.Local.Commands.Subscriptions;
using NewsAlerts.Local.Commands.Templates;
using NewsAlerts.Local.Commands.Watching;
using NewsAlerts.Local.Commands.Webhooks;

namespace NewsAlerts.Local.Commands;

/// <summary>All that <c>newsalerts</c> can do, in the order of its help: as a newcomer meets it.</summary>
internal static class AllCommands
{
    public static CommandLine Create(CommandContext context) => new(context)
    {
        new DemoCommand(context),
        new RunCommand(context),
        new SubscriptionsCommand(context),
        new AddCommand(context),
        new WatchCommand(context),
        new ArticlesCommand(context),
        new ShowCommand(context),
        new ListDeliveriesCommand(context, "digests", " Short for `deliveries list`."),
        new DigestCommand(context),
        new DeliveriesCommand(context),
        new RulesCommand(context),
        new TemplatesCommand(context),
        new WebhooksCommand(context),
        new StatusCommand(context),
        new HealthCommand(context),
        new DoctorCommand(context),
        new FailuresCommand(context),
        new ReplayCommand(context),
        new SummarizeCommand(context),
        new VerifyCommand(context),
        new EvalCommand(context),
        new CompletionCommand(context),
    };
}
