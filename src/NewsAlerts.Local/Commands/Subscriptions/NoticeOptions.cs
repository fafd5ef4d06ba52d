using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>The option that says where a subscription's owner is told what concerns the subscription itself.</summary>
internal sealed class NoticeOptions
{
    private readonly Option<string?> _noticeTo = new("--notice-to")
    {
        Description = "Where to tell that the subscription was disabled: another mail address than its own. Default: nowhere but in `newsalerts failures`.",
        HelpName = "ADDRESS",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (DestinationOptions.IsAddress(given))
            {
                return given;
            }

            result.AddError($"--notice-to is '{given}'; expected one address, such as owner@example.org, without a name.");
            return null;
        },
    };

    public void AddTo(Command command) => command.Add(_noticeTo);

    public bool IsGiven(CommandResult line) => line.GetResult(_noticeTo) is not null;

    /// <summary>What is given, else what there was.</summary>
    public Channel? Read(CommandResult line, Channel? before) => line.GetValue(_noticeTo) is { } address ? new Channel.Email(address) : before;
}
