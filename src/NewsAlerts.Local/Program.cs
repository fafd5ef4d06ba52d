using NewsAlerts.Local.Commands;

return await AllCommands.Create(new CommandContext()).InvokeAsync(args);
