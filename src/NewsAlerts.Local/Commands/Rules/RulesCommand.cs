using System.CommandLine;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary><c>newsalerts rules</c>: what rules match, before anybody subscribes.</summary>
internal sealed class RulesCommand : Command
{
    public RulesCommand(CommandContext context)
        : base("rules", "Try the rules that subscriptions are matched by.") => Add(new TestRuleCommand(context));
}
