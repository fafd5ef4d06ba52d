using NewsAlerts.Local.Commands.Rules;
using NewsAlerts.Local.Commands.Subscriptions;

namespace NewsAlerts.Local.Commands;

/// <summary>All that <c>newsalerts</c> can do, in the order of its help.</summary>
internal static class AllCommands
{
    public static CommandLine Create(CommandContext context) => new(context)
    {
        new DemoCommand(context),
        new RunCommand(context),
        new AddCommand(context),
        new ArticlesCommand(context),
        new ShowCommand(context),
        new DigestsCommand(context),
        new DigestCommand(context),
        new SubscriptionsCommand(context),
        new RulesCommand(context),
        new FailuresCommand(context),
        new SummarizeCommand(context),
        new VerifyCommand(context),
        new EvalCommand(context),
    };
}
