using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Subscriptions;

var context = new CommandContext();
return await new CommandLine(context)
{
    new DemoCommand(context),
    new RunCommand(context),
    new AddCommand(context),
    new ArticlesCommand(context),
    new ShowCommand(context),
    new DigestsCommand(context),
    new DigestCommand(context),
    new SubscriptionsCommand(context),
    new FailuresCommand(context),
    new SummarizeCommand(context),
    new VerifyCommand(context),
    new EvalCommand(context),
}.InvokeAsync(args);
